### Said where people sign in, prove themselves and look after their account.

sign-in-title = تسجيل الدخول
sign-in-intro = أدخلوا عنوان بريدكم الإلكتروني. إذا أُعلنت به اجتماعات، أو كنتم تعملون في مساحة عمل الأمانة، فسنرسل إليكم رمزًا لتسجيل الدخول.
sign-in-button = إرسال الرمز
sign-in-not-needed = يمكنكم الإعلان عن اجتماع من دون تسجيل الدخول.
sign-in-no-mail = لا يرسل هذا التقويم بريدًا في الوقت الحالي، فلا يمكن تسجيل الدخول بالبريد. تدخل الأمانة بعنوان يُستخدم مرة واحدة.
sign-in-code-title = أدخلوا الرمز
sign-in-sent = إذا كان هذا العنوان معروفًا هنا، فقد أُرسلت إليه رسالة تتضمن رمزًا. يصلح الرمز عشر دقائق، وفي هذا المتصفح وحده.
sign-in-code = الرمز
sign-in-code-hint = ثمانية أحرف وأرقام لاتينية، مثل ⁨4K7M-9QXD⁩
sign-in-wrong = ليس هذا هو الرمز الذي أرسلناه. قارنوه بالرسالة وحاولوا مرة أخرى.
sign-in-over = لم يعد هذا الرمز صالحًا: إما أنه استُخدم، أو مضت عليه أكثر من عشر دقائق، أو تكرر إدخال رمز خاطئ.
sign-in-again = طلب رمز جديد
desk-outside-mail = لم تسجلوا الدخول، أو انتهت جلستكم.
desk-outside-else = عند تعذر البريد، ينشئ مدير الخادم عنوانًا يُستخدم مرة واحدة بالأمر التالي:
factor-title = أثبتوا هويتكم
factor-intro = تطلب مساحة عمل الأمانة إثباتًا ثانيًا إلى جانب البريد أو العنوان الذي يُستخدم مرة واحدة.
factor-passkey-use = استخدام مفتاح المرور
factor-passkey-failed = لم يستجب مفتاح المرور. حاولوا مرة أخرى أو أدخلوا رمزًا.
factor-passkey-wrong = لم يُقبل مفتاح المرور هذا. حاولوا مرة أخرى أو أدخلوا رمزًا.
factor-code = الرمز من تطبيقكم
factor-code-hint = ستة أرقام تتغير كل نصف دقيقة. ويصلح أيضًا أحد رموز الاسترداد.
factor-recovery = رمز الاسترداد
factor-recovery-hint = إذا لم يكن مفتاح المرور في متناولكم: أحد الرموز التي احتفظتم بها. يصلح كل منها مرة واحدة.
factor-wrong = لم يُقبل هذا الرمز. انتظروا الرمز التالي وحاولوا مرة أخرى.
factor-locked = كثرت الرموز الخاطئة. انتظروا ربع ساعة، أو استخدموا مفتاح مرور.
factor-button = متابعة
factor-lost = إذا فقدتم ذلك كله، فاطلبوا من مدير الخادم إعادة ضبط الإثبات الثاني.
setup-title = إعداد إثبات ثانٍ
setup-intro = يُنشر من مساحة العمل باسم المجتمع كله، فلا يكفي صندوق البريد وحده لفتحها. اختاروا إحدى الطريقتين، ويمكنكم إضافة الأخرى لاحقًا.
setup-passkey = مفتاح المرور
setup-passkey-intro = يثبت هاتفكم أو حاسوبكم أو مفتاح الأمان هويتكم بالإصبع أو الوجه أو رقم سري. لا يمكن نسخه ولا اختلاس النظر إليه.
setup-passkey-wrong = تعذر إعداد مفتاح المرور. يرجى المحاولة مرة أخرى.
setup-passkey-button = إعداد مفتاح مرور
setup-passkey-script = تحتاج مفاتيح المرور إلى JavaScript. من دونه استخدموا تطبيق رموز.
setup-passkey-begin = إعداد مفتاح مرور
setup-passkey-nowhere = تحتاج مفاتيح المرور إلى اسم في عنوان التقويم، وليس فيه هنا سوى رقم. استخدموا تطبيق رموز.
setup-authenticator = تطبيق رموز
setup-authenticator-intro = يعرض تطبيق على هاتفكم رمزًا يتغير كل نصف دقيقة. يصلح أي تطبيق من هذا النوع.
setup-authenticator-button = إعداد تطبيق
authenticator-scan = امسحوا هذه الصورة بتطبيقكم.
authenticator-picture = رمز QR يتضمن السر الخاص بتطبيقكم
authenticator-open = فتحه في تطبيق على هذا الجهاز
authenticator-type = أو اكتبوا ما يلي في التطبيق:
authenticator-code = أدخلوا الأرقام الستة التي يعرضها التطبيق
authenticator-wrong = ليس هذا هو الرمز. تحققوا من ساعة جهازكم وأدخلوا الرمز التالي.
authenticator-button = تم
recovery-title = احتفظوا بهذه الرموز
recovery-intro = إذا فُقد مفتاح المرور أو التطبيق، فأحد هذه الرموز يتيح لكم الدخول. يصلح كل منها مرة واحدة. اطبعوها أو اكتبوها، واحفظوها بعيدًا عن حاسوبكم.
recovery-once = لا تُعرض إلا هذه المرة.
recovery-go-on = احتفظت بها
account-title = حسابكم
account-leave = تسجيل الخروج
account-rename = تعديل
account-factors = الإثبات الثاني
account-passkey = مفتاح المرور
account-authenticator = تطبيق رموز
account-remove = إزالة
account-recovery = رموز الاسترداد
account-recovery-left =
    { $count ->
        [0] لم يبق منها شيء.
        [one] بقي رمز واحد.
        [two] بقي رمزان.
        [few] بقيت { $count } رموز.
        [many] بقي { $count } رمزًا.
       *[other] بقي { $count } رمز.
    }
account-recovery-renew = إنشاء رموز جديدة
account-add = إضافة مفتاح مرور أو تطبيق
account-sessions = أماكن تسجيل دخولكم
account-sessions-intro = إذا لم تعرفوا إحدى هذه الجلسات فأنهوها.
account-unknown-browser = متصفح غير معروف
account-this = هذه الجلسة
account-end = إنهاء
account-end-others = إنهاء كل الجلسات الأخرى
account-session = البداية: { $began }؛ آخر استخدام: { $used }
account-passkey-used = الإعداد: { $made }؛ آخر استخدام: { $used }
account-passkey-made = الإعداد: { $made }؛ لم يُستخدم بعد
role-poster = صاحب طلبات
role-reviewer = مراجع
role-administrator = مدير
mail-subject-sign-in-code = رمز تسجيل الدخول
mail-says-sign-in-code = أدخلوا هذا الرمز في المتصفح الذي طلبتموه فيه. يصلح عشر دقائق، ومرة واحدة.
mail-code = الرمز
mail-code-not-asked = إذا لم تطلبوه فلا يلزمكم فعل شيء. لا تخبروا أحدًا بالرمز: لا تطلبه الأمانة أبدًا.
mail-why-sign-in = تصلكم هذه الرسالة لأن أحدًا أراد تسجيل الدخول إلى { $calendar } بعنوانكم.
letter-kind-sign-in-code = رمز تسجيل الدخول
address-foreign = في هذا العنوان أحرف غير الأحرف من a إلى z. ويُكتب بها وحدها هكذا: { $plain }
address-mixed = يخلط هذا العنوان أحرفًا متشابهة من أبجديات مختلفة. ويُكتب بالأحرف من a إلى z وحدها هكذا: { $plain }
privacy-cookie-sign-in = المتصفح الذي طلب رمز تسجيل الدخول، لمدة عشر دقائق
