//! Words that picture credits open and close with.

use wirecopy_model::CreditKind::{self, Graphic, Illustration, Photo, Video};

/// Words that stand before a colon, an equals sign or a slash; `None` says nothing of the kind of picture.
#[rustfmt::skip]
pub(super) static LABELS: &[(&str, Option<CreditKind>)] = &[
    // English
    ("photo", Some(Photo)), ("photos", Some(Photo)), ("photograph", Some(Photo)), ("photographs", Some(Photo)),
    ("photo credit", Some(Photo)), ("photo credits", Some(Photo)), ("photo courtesy", Some(Photo)), ("photographer", Some(Photo)),
    ("photo by", Some(Photo)), ("photos by", Some(Photo)), ("photography", Some(Photo)), ("photo source", Some(Photo)),
    ("photo illustration", Some(Illustration)), ("file photo", Some(Photo)), ("picture", Some(Photo)), ("pictures", Some(Photo)),
    ("pic", Some(Photo)), ("pics", Some(Photo)), ("pic credit", Some(Photo)), ("pix", Some(Photo)), ("picture credit", Some(Photo)),
    ("image", None), ("images", None), ("image credit", None), ("image credits", None), ("image source", None), ("image by", None),
    ("credit", None), ("credits", None), ("courtesy", None), ("copyright", None), ("source photo", Some(Photo)), ("source", None),
    ("illustration", Some(Illustration)), ("illustrations", Some(Illustration)), ("artwork", Some(Illustration)),
    ("cartoon", Some(Illustration)), ("graphic", Some(Graphic)), ("graphics", Some(Graphic)), ("infographic", Some(Graphic)),
    ("map", Some(Graphic)), ("chart", Some(Graphic)), ("video", Some(Video)), ("video credit", Some(Video)), ("screenshot", Some(Video)),
    ("screengrab", Some(Video)), ("getty", None), ("handout", None),
    // German, Dutch, Luxembourgish
    ("foto", Some(Photo)), ("fotos", Some(Photo)), ("bild", Some(Photo)), ("bilder", Some(Photo)), ("bildrechte", Some(Photo)),
    ("bildquelle", Some(Photo)), ("bildnachweis", Some(Photo)), ("fotoquelle", Some(Photo)), ("fotograf", Some(Photo)),
    ("fotocredit", Some(Photo)), ("fotografin", Some(Photo)), ("quelle", None), ("rechte", None), ("grafik", Some(Graphic)),
    ("karte", Some(Graphic)), ("illustratie", Some(Illustration)), ("zeichnung", Some(Illustration)), ("karikatur", Some(Illustration)),
    ("montage", Some(Illustration)), ("collage", Some(Illustration)), ("beeld", Some(Photo)), ("fotografie", Some(Photo)),
    // Romance languages
    ("crédit", None), ("crédits", None), ("crédit photo", Some(Photo)), ("crédits photo", Some(Photo)), ("crédit image", None),
    ("crédit photos", Some(Photo)), ("photo d'archives", Some(Photo)), ("légende", None), ("dessin", Some(Illustration)), ("infographie", Some(Graphic)), ("vidéo", Some(Video)),
    ("crédito", None), ("créditos", None), ("crédito de la foto", Some(Photo)), ("crédito da foto", Some(Photo)),
    ("fotografía", Some(Photo)), ("fotografías", Some(Photo)), ("imagen", None), ("imágenes", None), ("imagem", None),
    ("imagens", None), ("fuente", None), ("fonte", None), ("ilustración", Some(Illustration)), ("ilustração", Some(Illustration)),
    ("arte", Some(Illustration)), ("gráfico", Some(Graphic)), ("infografía", Some(Graphic)), ("vídeo", Some(Video)), ("fotogalería", Some(Photo)),
    ("autor", None), ("autora", None), ("immagine", None), ("crediti", None), ("foto di", Some(Photo)), ("foto de", Some(Photo)), ("foto archivo", Some(Photo)),
    ("illustrazione", Some(Illustration)), ("disegno", Some(Illustration)), ("fotografia", Some(Photo)), ("sursa foto", Some(Photo)),
    ("sursă foto", Some(Photo)), ("imatge", None), ("crèdit", None), ("captură", Some(Video)),
    // Nordic and Baltic languages, Finnish, Hungarian
    ("arkivfoto", Some(Photo)), ("ljósmynd", Some(Photo)), ("mynd", Some(Photo)), ("kuva", Some(Photo)), ("kuvat", Some(Photo)),
    ("valokuva", Some(Photo)), ("fotó", Some(Photo)), ("fotók", Some(Photo)), ("kép", Some(Photo)), ("forrás", None), ("nuotr", Some(Photo)),
    ("nuotrauka", Some(Photo)), ("attēls", Some(Photo)), ("arkiv", Some(Photo)), ("grafikk", Some(Graphic)), ("fotografs", Some(Photo)),
    ("illustrasjon", Some(Illustration)), ("illustrasjonsfoto", Some(Photo)), ("genrefoto", Some(Photo)), ("bilde", Some(Photo)),
    // Slavic languages, Greek
    ("zdjęcie", Some(Photo)), ("zdjęcia", Some(Photo)), ("fot", Some(Photo)), ("foto", Some(Photo)), ("źródło", None), ("zdroj", None),
    ("autorka", None), ("фото", Some(Photo)), ("фотография", Some(Photo)), ("снимка", Some(Photo)), ("снимки", Some(Photo)),
    ("фотограф", Some(Photo)), ("коллаж", Some(Illustration)), ("иллюстрация", Some(Illustration)), ("колаж", Some(Illustration)),
    ("рисунок", Some(Illustration)), ("инфографика", Some(Graphic)), ("видео", Some(Video)), ("источник", None), ("источник фото", Some(Photo)),
    ("джерело", None), ("світлина", Some(Photo)), ("фотографија", Some(Photo)), ("φωτογραφία", Some(Photo)), ("φωτο", Some(Photo)), ("φωτ", Some(Photo)),
    ("φωτό", Some(Photo)), ("πηγή", None), ("snímek", Some(Photo)), ("ilustrační foto", Some(Photo)), ("ilustracija", Some(Illustration)),
    // Turkish, Arabic letters, Hebrew
    ("fotoğraf", Some(Photo)), ("fotoğraflar", Some(Photo)), ("kaynak", None), ("görsel", None), ("صورة", Some(Photo)), ("الصورة", Some(Photo)),
    ("تصوير", Some(Photo)), ("المصدر", None), ("عکس", Some(Photo)), ("عکاس", Some(Photo)), ("فوٹو", Some(Photo)), ("تصویر", Some(Photo)),
    ("צילום", Some(Photo)), ("תמונה", Some(Photo)), ("צילומים", Some(Photo)), ("קרדיט", None), ("איור", Some(Illustration)),
    // Asia
    ("ảnh", Some(Photo)), ("hình", Some(Photo)), ("nguồn ảnh", Some(Photo)), ("đồ họa", Some(Graphic)), ("gambar", Some(Photo)), ("dok", Some(Photo)),
    ("sumber", None), ("larawan", Some(Photo)), ("picha", Some(Photo)), ("kuha ni", Some(Photo)), ("फोटो", Some(Photo)), ("फ़ोटो", Some(Photo)), ("तस्वीर", Some(Photo)), ("छायाचित्र", Some(Photo)),
    ("সূত্র", None), ("ছবি", Some(Photo)), ("புகைப்படம்", Some(Photo)), ("படம்", Some(Photo)), ("ภาพ", Some(Photo)), ("ภาพจาก", Some(Photo)), ("摄影", Some(Photo)), ("攝影", Some(Photo)),
    ("图", Some(Photo)), ("图片", Some(Photo)), ("图片来源", Some(Photo)), ("圖", Some(Photo)), ("圖片來源", Some(Photo)), ("图源", Some(Photo)), ("来源", None), ("來源", None), ("照片", Some(Photo)),
    ("供图", Some(Photo)), ("摄", Some(Photo)), ("撮影", Some(Photo)), ("写真", Some(Photo)), ("画像", None), ("出典", None), ("提供", None), ("写真提供", Some(Photo)), ("撮影者", Some(Photo)), ("イラスト", Some(Illustration)),
    ("사진", Some(Photo)), ("사진제공", Some(Photo)), ("사진 제공", Some(Photo)), ("사진 출처", Some(Photo)), ("출처", None), ("그래픽", Some(Graphic)), ("일러스트", Some(Illustration)), ("영상", Some(Video)),
];

/// Openings without a colon: `Photo by A B`, `Courtesy of the museum`.
#[rustfmt::skip]
pub(super) static OPENINGS: &[(&str, Option<CreditKind>)] = &[
    ("by ", None), ("credit ", None), ("image source, ", None), ("pool photo by ", Some(Photo)), ("file photo by ", Some(Photo)), ("handout photo by ", Some(Photo)),
    ("撮影 ", Some(Photo)), ("写真 ", Some(Photo)), ("摄影 ", Some(Photo)), ("攝影 ", Some(Photo)), ("photo by ", Some(Photo)), ("photos by ", Some(Photo)), ("photograph by ", Some(Photo)), ("photographs by ", Some(Photo)),
    ("photographed by ", Some(Photo)), ("photography by ", Some(Photo)), ("picture by ", Some(Photo)), ("pictures by ", Some(Photo)),
    ("pic by ", Some(Photo)), ("image by ", None), ("images by ", None), ("image courtesy of ", None), ("image courtesy ", None),
    ("images courtesy of ", None), ("photo courtesy of ", Some(Photo)), ("photo courtesy ", Some(Photo)), ("photos courtesy of ", Some(Photo)),
    ("photo from ", Some(Photo)), ("photo via ", Some(Photo)), ("image via ", None), ("image from ", None), ("photo provided by ", Some(Photo)),
    ("illustration by ", Some(Illustration)), ("illustrations by ", Some(Illustration)), ("cartoon by ", Some(Illustration)), ("art by ", Some(Illustration)),
    ("graphic by ", Some(Graphic)), ("map by ", Some(Graphic)), ("video by ", Some(Video)), ("screenshot from ", Some(Video)),
    ("screengrab from ", Some(Video)), ("screenshot via ", Some(Video)), ("photo/", Some(Photo)), ("photos/", Some(Photo)), ("foto/", Some(Photo)), ("foto di ", Some(Photo)), ("foto de ", Some(Photo)),
    ("foto von ", Some(Photo)), ("photo de ", Some(Photo)), ("dessin de ", Some(Illustration)), ("zdjęcie ", Some(Photo)), ("fot. ", Some(Photo)), ("foto © ", Some(Photo)), ("photo © ", Some(Photo)), ("credit...", None),
    ("credit…", None), ("crédito...", None), ("nuotr. ", Some(Photo)), ("фото ", Some(Photo)), ("фото - ", Some(Photo)), ("ảnh ", Some(Photo)), ("ilustração de ", Some(Illustration)),
];

/// Openings that are part of the credit itself.
pub(super) static KEPT_OPENINGS: &[&str] = &[
    "courtesy of ",
    "courtesy ",
    "cortesía de ",
    "cortesía ",
    "gentileza ",
    "avec l'aimable autorisation",
    "provided by ",
    "contributed by ",
    "submitted by ",
    "supplied by ",
    "mit freundlicher genehmigung",
    "dok. ",
    "handout ",
];

/// Words that close a credit: `HT Photo`, `Paper file photo`, `Agentur-Archiv`.
pub(super) static ENDINGS: &[&str] = &[
    "photo",
    "photos",
    "foto",
    "fotos",
    "images",
    "pictures",
    "pics",
    "pic",
    "pix",
    "nuotr",
    "file photo",
    "file image",
    "graphics",
    "illustration",
    "archive",
    "archives",
    "archivo",
    "arquivo",
    "archiv",
    "archivio",
    "handout",
    "screengrab",
    "screenshot",
    "divulgação",
    "reprodução",
    "cortesía",
    "supplied",
    "contributed",
    "submitted",
    "provided",
    "facebook",
    "instagram",
    "twitter",
    "youtube",
    "фото",
    "архив",
    "via reuters",
    "via ap",
    "via afp",
    "자료사진",
    "제공",
    "資料",
    "资料",
    "資料圖",
    "资料图",
    "資料照",
    "提供",
    "供图",
    "供圖",
];

/// What a photographer of the far East signs with: the credit ends before it.
pub(super) static SIGNED: &[&str] =
    &["摄影", "攝影", "撮影", "摄", "攝", "촬영", "供图", "供圖", " 资料", " 資料"];

/// Words that are a credit by themselves in brackets: a file picture, a frame of a video.
pub(super) static WHOLE: &[&str] = &[
    "视频截图",
    "視頻截圖",
    "影片截圖",
    "截图",
    "截圖",
    "資料照",
    "資料照片",
    "資料圖",
    "资料图",
    "资料图片",
    "网络图",
    "网图",
    "翻攝畫面",
    "supplied",
    "handout",
    "courtesy",
    "contributed",
    "submitted",
    "provided",
    "facebook",
    "instagram",
    "privat",
    "divulgação",
    "reprodução",
    "cortesía",
    "자료사진",
    "방송화면 캡처",
    "資料写真",
];
