### يُقال حين يعدّل عدة أشخاص اجتماعًا واحدًا في الوقت نفسه: لمن يرسل ثانيًا، وللأمانة.

together-title = تغيّر هذا الاجتماع منذ أن بدأت
together-since = منذ أن بدأت، أُجريت تعديلات من { $who }: { $what } ({ $when }).
together-beside = يُضاف تعديلك إليها.
together-rejected = لم يُقبل ما بدأت منه: رفضه { $who } في { $when }.
together-taken-back = لم يعد ما بدأت منه ساريًا: استُرد في { $when }.
together-gone = ما تركته منه كما هو لن يبقى. إذا كنت تريده، فأدخله من جديد.
together-begun = حين بدأت
together-to-questions = هناك ما عدّله الطرفان معًا. اختر أدناه ما سيُرسَل.
together-questions = اختر ما سيُرسَل
together-both = عدّل الطرفان هذا؛ { $who } في { $when }.
together-both-gone = عدّلت هذا، لكن ما بدأت منه لم يُقبل.
together-mine = إجابتك
together-now = كما هو الآن
together-nothing = (لا شيء)
together-choose = { $what }: اختر الإجابة التي ستُرسَل
together-moved-on = تغيّر الاجتماع مرة أخرى منذ أن اطّلعت عليه. لم يُرسَل شيء: يرجى النظر فيه مرة أخرى
together-not-taken = لم يُقبل ما بدأت منه. لم يُرسَل شيء: انظر كيف سيكون الاجتماع الآن، ثم أرسله

sender-desk = { $name } (الأمانة)
sender-desk-unnamed = الأمانة
names-and = { $first } و{ $second }
names-comma = { $first }، { $second }
waiting-several =
    { $count ->
        [zero] لا تعديلات
        [one] تعديل واحد، من { $names }
        [two] تعديلان، من { $names }
        [few] { $count } تعديلات، من { $names }
        [many] { $count } تعديلًا، من { $names }
       *[other] { $count } تعديل، من { $names }
    }
standing-take-back-newest = يسترد الزر أحدثها: ما أرسله { $who } في { $when }.

desk-waiting = التعديلات التي يتضمنها
desk-decides-all =
    { $count ->
        [zero] لا تعديلات تنتظر.
        [one] تعديل واحد ينتظر، وقرارك يخصه.
        [two] تعديلان ينتظران معًا. الأحدث يتضمنهما، وقرارك يخصهما معًا.
        [few] { $count } تعديلات تنتظر معًا. الأحدث يتضمنها كلها، وقرارك يخصها كلها.
        [many] { $count } تعديلًا تنتظر معًا. الأحدث يتضمنها كلها، وقرارك يخصها كلها.
       *[other] { $count } تعديل تنتظر معًا. الأحدث يتضمنها كلها، وقرارك يخصها كلها.
    }
desk-waiting-sent = مُرسَل من { $who } في { $when }
desk-waiting-new = الإعلان نفسه.
desk-waiting-same = لا يختلف عما سبق.
desk-waiting-before = قبل التعديل
desk-revision-part = جزء من النسخة { $number }

part-timing = الموعد
part-title = عنوان الاجتماع
part-text_language = لغة النص
part-group = المجموعة
part-cohosts = مجموعات أخرى
part-topics = المواضيع
part-description = الوصف
part-agenda = جدول الأعمال
part-links = الوثائق والتسجيلات والتقارير
part-contact = جهة الاتصال
part-status = حالة الاجتماع
part-status_note = سبب تغيّر الخطة
part-past_reason = سبب إضافته بعد الموعد
part-mode = كيف يلتقي المشاركون
part-remote = كيفية الانضمام عن بُعد
part-place = المكان
part-registration = التسجيل
part-languages = لغات الاجتماع
part-interpretation = الترجمة الشفوية
part-captioning = عرض نصي آني
part-participants = عدد المشاركين
part-category = الفئة
part-provenance = المصدر
