### Said on every page: header, footer, navigation.

site-name = التقويم المشترك لمنتدى حوكمة الإنترنت
skip-to-content = الانتقال إلى المحتوى
nav-label = القائمة الرئيسية
nav-upcoming = الاجتماعات المقبلة
nav-past = الاجتماعات السابقة
nav-groups = المجموعات
nav-subscribe = الاشتراك
nav-post = إضافة اجتماع
nav-desk = مساحة عمل الأمانة
nav-languages = اللغات
zone-label = عرض المواعيد بتوقيت
zone-button = تطبيق
zone-hint = مدينة أو منطقة زمنية بالحروف اللاتينية، مثل Nairobi أو Asia/Kathmandu.
zone-unknown-title = المكان غير معروف
zone-unknown = «{ $typed }» ليس مدينة أو منطقة زمنية معروفة لدينا. يرجى إدخال مدينة أكبر في المنطقة نفسها، أو اسم مثل Africa/Nairobi.
footer-about = مكان واحد لجميع اجتماعات مجتمع منتدى حوكمة الإنترنت.
back-to-list = الانتقال إلى الاجتماعات المقبلة
your-time = بتوقيت جهازك
away-banner = يعرض التقويم ما نُشر حتى { $when }. لا يمكن نشر أي شيء أو تعديله في الوقت الحالي.
