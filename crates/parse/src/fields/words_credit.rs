//! Words in credits that say what a name is, folded and sorted.

use super::words::Words;

/// Words that say how a picture came to the paper and name nobody.
#[rustfmt::skip]
pub(super) static PROVENANCE: Words = Words::new(&[
    "archiv", "archives", "archivo", "arquivo", "contributed", "cortesia", "courtesy", "divulgacao",
    "especial", "file", "file image", "file photo", "gentileza", "handout", "privat", "provided",
    "reproducao", "submitted", "supplied", "undated", "影片截圖", "截图", "截圖", "网图", "网络图", "視頻截圖", "视频截图",
    "資料写真", "資料圖", "資料照", "資料照片", "资料图", "资料图片", "자료사진",
]);

/// Words of papers, offices and houses beside those of [`OUTLETS`](super::words_outlet::OUTLETS).
#[rustfmt::skip]
pub(super) static BODIES: Words = Words::new(&[
    "archiv", "archive", "archives", "archivio", "archivo", "arkisto", "arkiv", "army", "arquivo",
    "bibliothek", "camara", "church", "city", "companhia", "company", "comune", "county", "diocese",
    "editora", "editorial", "festival", "foto", "fotos", "group", "grupo", "images", "library", "marine",
    "municipio", "musee", "museo", "museu", "museum", "muzeum", "navy", "parish", "photo", "photography",
    "photos", "pictures", "sports", "theater", "theatre", "verlag", "ville", "αρχειο", "δημοσ", "δημου",
    "архив", "музей", "ארכיון", "משטרה", "עירייה", "آرشیو", "أرشيف", "بلدية", "شرطة", "متحف", "फ़ाइल",
    "फाइल", "संग्रह", "পুলিশ", "ফাইল", "সংগৃহীত", "자료", "제공",
]);
