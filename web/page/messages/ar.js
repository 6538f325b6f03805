/** Owns every word of the page's first view in Arabic. key: مفتاح; company: شركة; workspace: مساحة عمل; settings: إعدادات; header: ترويسة; request: طلب; call: استدعاء; API: الواجهة البرمجية. */
export default {
  'page.eyebrow': 'دليل غير رسمي لواجهة AgencyHandy البرمجية',
  'page.title': 'من دون مفتاح إلى أول استدعاء للواجهة البرمجية',
  'page.lead':
    'احصل على مفتاح API، واعثر على معرّف شركتك، وتأكد من عملهما معًا بطلبات حقيقية إلى الواجهة الحقيقية.',
  'page.footer': 'غير رسمي: لم تصنعه AgencyHandy ولم تعتمده. مفتوح المصدر، ويمكنك استضافته بنفسك.',
  'page.language': 'اللغة',
  'page.documentTitle': 'واجهة AgencyHandy البرمجية: من دون مفتاح إلى أول استدعاء',

  'fact.role': 'تحتاج إلى',
  'fact.role.text': 'دور SuperAdmin أو Admin',
  'fact.time': 'يستغرق ذلك',
  'fact.time.text': 'نحو دقيقتين',
  'fact.key': 'يُرسَل مفتاحك',
  'fact.key.text': 'إلى {host} فقط',
  'fact.key.host': 'إلى {api} وإلى الصفحة المحيطة: {host}',
  'host.frame':
    'هذا إطار داخل {host}. تعرف تلك الصفحة متى انتهيت وتعرف Company ID، ولا تعرف المفتاح أبدًا.',
  'host.inline':
    'هذه الصفحة، {host}، تتلقى مفتاحك. لا تتابع إلا إذا كنت تأتمنها على كل ما يتيحه المفتاح.',

  'ask.summary': 'لست SuperAdmin ولا Admin؟ اطلب ذلك ممن لديه هذا الدور',

  'sandbox.title': 'هذه تجربة تدريبية.',
  'sandbox.text':
    'تتصل الصفحة ببيئة الاختبار على {origin}، لا بـ AgencyHandy. لا شيء هنا يمسّ مساحة عمل حقيقية.',

  'load.title': 'تعذّر تشغيل هذه الصفحة',
  'load.text': 'لم يُحمَّل جزء منها (WebAssembly). لم يُرسَل شيء إلى أي مكان.',
  'load.again': 'إعادة التحميل',

  'step.done': 'تم',

  'workspace.title': 'افتح إعدادات مفتاح API',
  'workspace.label': 'مساحة العمل',
  'workspace.hint': 'اسمها أو أي عنوان لها، مثل {name} أو {address}',
  'workspace.preview': 'رابطك',
  'workspace.open': 'فتح إعدادات مفتاح API',
  'workspace.newTab': 'يُفتح في علامة تبويب جديدة.',
  'workspace.sandbox': 'في هذه التجربة يفتح الزر إعدادات بيئة الاختبار بدلًا من ذلك.',
  'workspace.byHand':
    'يدويًا: {path} (الإعدادات ← تهيئة مساحة العمل ← مفتاح API). إذا لم تظهر هذه القائمة فدورك ليس SuperAdmin ولا Admin.',

  'generate.title': 'أنشئ المفتاح',
  'generate.question': 'ماذا ترى في علامة تبويب مفتاح API؟',
  'generate.none': 'لا يوجد مفتاح بعد',
  'generate.exists': 'يوجد مفتاح',

  'key.title': 'الصق المفتاح',
  'key.label': 'مفتاح API',
  'key.hint': 'يُفحَص المفتاح فور لصقه، بطلب قراءة واحد إلى {host}.',
  'key.show': 'إظهار',
  'key.showLabel': 'إظهار المفتاح',
  'key.hide': 'إخفاء',
  'key.hideLabel': 'إخفاء المفتاح',
  'key.verify': 'التحقق من المفتاح',
  'key.tip':
    'نصيحة: احفظه أيضًا في مدير كلمات مرور. لن تعرضه AgencyHandy مرة أخرى، وتنساه هذه الصفحة عند مغادرتها.',

  'reply.summary': 'هل تفضّل تنفيذ أمر بدلًا من لصق المفتاح هنا؟',

  'company.title': 'شركتك',
  'company.later': 'تذكرها الواجهة البرمجية بعد التحقق من المفتاح.',

  'headers.title': 'انسخ الترويستين',
  'headers.later': 'ما يحمله كل طلب، جاهز للنسخ.',

  'snippets.title': 'تابع في الطرفية',
  'snippets.later': 'الاستدعاءات نفسها في صورة أوامر، من دون أي سر فيها.',

  'firstCall.title': 'نفّذ أول استدعاء',
  'firstCall.later': 'المفتاح ومعرّف الشركة معًا، للقراءة فقط.',

  'done.title': 'ما يعمل الآن',
  'done.later': 'وإلى أين تمضي بعد ذلك.',

  'part.title': 'لم يُحمَّل جزء من هذه الصفحة',
  'part.text': 'ما كتبته لا يزال هنا، ولم يُرسَل شيء. تحقق من اتصالك.',
};
