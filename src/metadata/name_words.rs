//! The words by which names are told from everything else in a byline. All are in lower case; those that are
//! compared with whole texts are folded.

/// Words that say who wrote: what follows is a name.
#[rustfmt::skip]
pub const LABELS: &[&str] = &[
    "by", "written by", "posted by", "published by", "authored by", "words by", "story by", "text by", "reported by", "report by", "article by",
    "submitted by", "created by", "contributed by", "interview by", "insights from", "author", "authors", "author(s)", "auteur(s)", "contributor:", "contributors:", "writer", "writers", "byline", "words",
    "text and photos", "words and photos", "story and photos", "text & photos", "von", "ein beitrag von", "text und fotos", "text & fotos", "text und bild", "text und interview", "interview", "ein artikel von", "text von", "autor", "autorin", "autoren", "autor:in", "verfasst von", "geschrieben von", "veröffentlicht von",
    "par", "auteur", "auteurs", "publié par", "rédigé par", "écrit par", "propos recueillis par", "por", "autora", "autores", "escrito por", "publicado por", "texto",
    "di", "a cura di", "scritto da", "pubblicato da", "autore", "door", "geschreven door", "af", "av", "skrevet av", "skrevet af", "skriven av", "text", "tekst",
    "przez", "autorzy", "napsal", "autoři", "szerző", "írta", "scris de", "de către", "автор", "авторы", "автори", "текст", "yazan", "yazar", "oleh", "penulis",
    "bởi", "tác giả", "โดย", "ผู้เขียน", "συντάκτης", "γράφει", "بقلم", "كتب", "كتبت", "الكاتب", "نویسنده", "نوشته", "نوشتهٔ", "نوشته ی", "به قلم", "מאת", "लेखक",
    "作者", "记者", "記者", "文", "文字", "撰文", "著者", "執筆", "執筆者", "筆者", "ライター", "글", "작성자", "글쓴이", "实习记者", "本报记者", "本報記者", "通讯员",
    "本报讯记者", "新华社记者",
];

/// Words that say that someone did something else: what follows is nobody's byline.
#[rustfmt::skip]
pub const OTHER_LABELS: &[&str] = &[
    "photo", "photos", "photograph", "photographer", "photography", "image", "images", "picture", "credit", "credits", "illustration", "illustrations", "illustrator", "video",
    "source", "editor", "edited", "translation", "translator", "reviewer", "reviewed", "fact checker", "updated", "published", "posted", "tags", "category",
    "categories", "topics", "foto", "fotos", "bild", "bilder", "grafik", "quelle", "crédit", "crédits", "source", "fuente", "fonte", "imagen", "edición", "zdjęcie",
    "фото", "источник", "редактор", "摄影", "攝影", "撮影", "图", "圖", "编辑", "編輯", "編集", "责编", "责任编辑", "责任编辑", "来源", "來源", "校对", "翻译", "사진", "편집", "출처", "写真",
    "notes", "comments", "read time", "reading time", "lesezeit", "views", "share", "section", "filed under", "location", "date",
];

/// What someone other than the author did, right before "by" and its like.
#[rustfmt::skip]
pub const OTHER_VERBS: &[&str] = &[
    "reviewed", "edited", "checked", "photos", "photo", "photographs", "photography", "photographed", "pictures", "image", "images", "illustration", "illustrations", "illustrated", "art",
    "translated", "updated", "produced", "sponsored", "presented", "verified", "narrated", "powered", "provided", "approved", "modified", "design", "designed", "graphics", "graphic",
    "video", "audio", "music", "recipe", "fotos", "foto", "bilder", "bearbeitet", "übersetzt", "aktualisiert", "fotografías", "traducido", "editado", "traduit", "validated", "curated",
];

/// Words that introduce who did it, within a line.
pub const BY_WORDS: &[&str] = &["by", "von", "par", "por", "door", "przez"];

/// Words between two names.
#[rustfmt::skip]
pub const CONJUNCTIONS: &[&str] = &[
    "and", "und", "et", "y", "e", "i", "og", "och", "en", "ja", "és", "și", "и", "та", "і", "ve", "dan", "và", "και", "&", "&amp;", "+", "with", "mit", "avec", "con", "a",
];

/// Words that end a list of names: what follows is a place, a section, a publication.
#[rustfmt::skip]
pub const ENDS: &[&str] = &["in", "on", "for", "at", "from", "am", "um", "vom", "le", "w", "via", "@", "says", "is", "/"];

/// Stand where a name should, and are none: what content systems fill in, labels, buttons, days.
#[rustfmt::skip]
pub const NOT_NAMES: &[&str] = &[
    "admin", "administrator", "author", "authors", "guest", "guest author", "guest post", "guest contributor", "user", "anonymous", "anonym", "unknown", "none", "null", "undefined",
    "default", "na", "n a", "webmaster", "root", "posted", "published", "updated", "share", "comments", "comment", "follow", "profile", "bio", "contact", "more", "editor", "editors",
    "paid", "subscribe", "newsletter", "home", "advertisement", "others", "other", "super user", "superuser", "site admin", "wordpressadmin", "wp admin", "wpadmin", "username", "user name", "password", "sysadmin", "noc admin", "website", "email", "image", "credit", "credits", "foto",
    "photo", "menu", "search", "login", "log in", "sign in", "sign up", "close", "next", "previous", "reply", "quote", "report", "like", "edit", "permalink", "guide", "blog", "articles",
    "link", "links", "rechts", "博客", "该作者文章", "この記事を書いた人", "facebook", "twitter", "instagram", "linkedin", "youtube", "pinterest", "whatsapp", "x", "rss", "mastodon", "bluesky", "threads", "posts", "reputation", "writer", "expert",
    "名無しさん", "匿名", "佚名", "来源", "來源", "管理员", "责任编辑", "編集部", "楼主", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "uhr",
    "jr", "sr", "ii", "iii", "md", "phd", "rd", "rn", "mba", "ms", "ma", "fand", "mrcgp", "dvm", "facs", "facc", "cpt", "cscs",
];

/// A text with one of these words is about something else.
#[rustfmt::skip]
pub const NOT_IN_NAMES: &[&str] = &[
    "min", "mins", "minutes", "minute", "minuten", "hours", "ago", "read", "updated", "published", "posted", "comments", "comment", "reviewed", "checked", "photo", "photograph", "photos",
    "photography", "copyright", "subscribe", "follow", "share", "click", "your", "our", "is", "are", "was", "http", "https", "com", "www", "rights", "reserved", "lesezeit", "views", "shares",
    "this", "that", "how", "what", "why", "you", "has", "have", "about", "more", "view", "pm", "am", "illustration", "getty", "shutterstock", "disclosure", "affiliate",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "email", "edited", "translated", "not", "when", "who", "likes", "replies", "member", "joined",
    "it", "we", "they", "me", "my", "he", "she", "to", "see", "get", "learn", "meet", "january", "february", "march", "july", "september", "october", "november", "december", "stock",
    "images", "adobe", "registered", "jump", "skip", "newest", "oldest", "kommentare", "kommentar", "teilen", "artikel", "article", "articles", "posts", "post",
];

/// A text that begins with one of these is no name.
#[rustfmt::skip]
pub const NOT_FIRST: &[&str] = &[
    "in", "on", "at", "of", "last", "image", "filed", "category", "source", "tags", "via", "new", "for", "as", "with", "no", "a", "an", "and", "from", "or", "if", "using", "best", "top",
];

/// Professions. Before a name they are left out, behind it they end it, alone they are no name.
#[rustfmt::skip]
pub const ROLES: &[&str] = &[
    "writer", "writers", "reporter", "reporters", "editor", "editors", "correspondent", "contributor", "contributors", "columnist", "journalist", "author", "producer", "photographer", "blogger", "analyst",
    "editorinchief", "chief", "intern", "director", "manager", "founder", "cofounder", "ceo", "cto", "cfo", "coo", "cmo", "vp", "president", "officer", "specialist", "strategist", "consultant",
    "engineer", "professor", "fellow", "head", "developer", "attorney", "expert", "coach", "therapist", "nutritionist", "dietitian", "researcher", "reviewer", "administrator", "moderator",
    "marketer", "copywriter", "scientist", "designer", "owner", "partner", "agent", "advisor", "adviser", "lecturer", "student", "physician", "reporting", "enthusiast", "instructor", "trainer",
    "redakteur", "redakteurin", "redaktorin", "korrespondent", "korrespondentin", "chefredakteur", "chefredakteurin", "volontär", "volontärin", "journaliste", "journalistin", "rédacteur", "rédactrice",
    "correspondant", "correspondante", "redactor", "redactora", "periodista", "corresponsal", "giornalista", "redattore", "inviato", "verslaggever", "redacteur", "dziennikarz", "dziennikarka",
    "redaktor", "корреспондент", "журналист", "обозреватель", "редактор", "muhabir", "muhabiri", "jornalista", "repórter", "toimittaja", "journalista", "autor", "autorin",
];

/// Words that begin a role behind a name, or stand before one.
#[rustfmt::skip]
pub const RANKS: &[&str] = &[
    "senior", "junior", "staff", "contributing", "managing", "deputy", "associate", "assistant", "executive", "freelance", "guest", "lead", "principal", "special", "political", "marketing",
    "content", "news", "tech", "technical", "science", "health", "sports", "business", "clinical", "certified", "licensed", "registered", "former", "general", "global", "digital",
];

/// Words by which an organization is told from a person.
#[rustfmt::skip]
pub const ORGANIZATION_WORDS: &[&str] = &[
    "team", "staff", "editorial", "news", "newsroom", "desk", "magazine", "press", "agency", "agencies", "redaktion", "onlineredaktion", "redazione", "redacción", "redaccion", "rédaction",
    "redação", "redacao", "redacja", "redaktionen", "redactie", "toimitus", "редакция", "редакції", "media", "inc", "ltd", "llc", "gmbh", "ag", "corp", "university", "institute", "association",
    "foundation", "department", "office", "group", "company", "studio", "studios", "network", "online", "bureau", "committee", "council", "society", "center", "centre", "service", "services",
    "community", "club", "blog", "partners", "publishing", "today", "tv", "radio", "school", "college", "bank", "international", "global", "digital", "research", "solutions", "technologies",
    "forum", "forums", "labs", "ministry", "commission", "hospital", "clinic", "software", "marketing", "official", "新华社", "编辑部", "編輯部", "通信社", "日报", "晚报", "新闻网",
];

/// News agencies that sign with their letters.
#[rustfmt::skip]
pub const AGENCIES: &[&str] = &[
    "reuters", "afp", "dpa", "ap", "ansa", "efe", "xinhua", "sda", "apa", "pti", "ani", "ians", "tass", "tt", "ntb", "ritzau", "anp", "belga", "lusa", "pap", "bloomberg", "associated press", "kna", "epd", "sid",
    "keystone sda", "lpb", "blick", "agencias", "agências", "agerpres", "mti", "čtk", "ctk", "stt", "interfax", "unian", "yna", "yonhap", "kyodo",
];

/// Lower-case words within names.
#[rustfmt::skip]
pub const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "di", "del", "della", "der", "den", "van", "von", "vom", "zu", "zur", "la", "le", "du", "des", "el", "al", "bin", "bint", "ibn", "ben", "y", "e", "i", "ter", "ten", "af", "av", "the", "of", "st", "dr",
];
