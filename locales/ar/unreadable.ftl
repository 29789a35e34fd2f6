### Said at the desk of what is stored and cannot be read.

left-out-title = غير مدرج في التقويم
left-out-intro = تتعذر قراءة ما هو محفوظ من هذه العناصر، فلا يراها أحد من القراء. يعرف القائم على الخادم ما ينبغي فعله بالأمر:
left-out-newer = كتبته نسخة أحدث من التقويم، وهي تستطيع قراءته.
left-out-group = المجموعة { $name }
left-out-topic = الموضوع { $name }
left-out-change = التغيير { $number } في السجل
desk-unreadable = تتعذر قراءته
desk-unreadable-intro = تتعذر قراءة بعض ما هو محفوظ عن هذا الاجتماع. وإلى أن يُصلَح ذلك لا يمكن عرضه ولا تعديله ولا الموافقة عليه. يمكنكم رفض ما ينتظر وإزالة الاجتماع من التقويم، ويُبلَّغ مرسله بذلك. ويعرف القائم على الخادم المزيد بالأمر:
desk-unreadable-revision = النسخة { $number }
desk-unreadable-document = كما هو محفوظ
desk-unreadable-approve = تتعذر قراءة ما أُرسل، فلا يمكن الموافقة عليه.
