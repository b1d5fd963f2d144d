//! Pages in the states that a browser with the examples does not see.

use crate::client::{Place, bare, get, story};

#[tokio::test]
async fn an_empty_archive_says_how_to_fill_it() {
    let place = Place::default();
    let page = get(&place.app, "/").await;
    assert_eq!(page.status, 200);
    assert!(
        page.text().contains("The archive is empty") && page.text().contains("wirecopy import"),
        "{}",
        page.text()
    );
    assert!(get(&place.app, "/stats").await.text().contains("The archive is empty"));
    let narrowed = get(&place.app, "/?q=bridge").await.text();
    assert!(narrowed.contains("Nothing was found"), "{narrowed}");
}

#[tokio::test]
async fn a_server_without_an_archive_says_so_on_a_page() {
    for path in ["/", "/stats", "/articles/0123", "/articles/0123/source"] {
        let page = get(&bare(), path).await;
        assert_eq!(
            (page.status.as_u16(), page.header("content-type")),
            (503, "text/html; charset=utf-8"),
            "{path}"
        );
        assert!(page.text().contains("this server has no archive"), "{path}: {}", page.text());
    }
    assert_eq!(get(&bare(), "/try").await.status, 200);
}

#[tokio::test]
async fn a_page_that_is_gone_and_a_link_that_is_no_link_are_told() {
    let place = Place::default();
    place.import(&[("a.txt", &story("Council closes bridge"))]).await;
    let stale = get(&place.app, "/?q=bridge&cursor=zzz").await;
    assert_eq!(stale.status, 400);
    assert!(stale.text().contains("This page of the result is gone"), "{}", stale.text());
    // What a page does not know it leaves alone: addresses get things hung on to them on their way.
    assert_eq!(get(&place.app, "/?q=bridge&utm_source=feed&sort=best&from=soon").await.status, 200);
    let missing = get(&place.app, "/assets/no-such.css").await;
    assert_eq!((missing.status.as_u16(), missing.header("content-type")), (404, "text/html; charset=utf-8"));
}

#[tokio::test]
async fn controls_of_a_text_are_not_sent_to_a_browser() {
    let place = Place::default();
    let text = story("Night \u{1b}[1mferry\u{1b}[0m loses its horn\u{7}");
    let receipt = place.import(&[("a.txt", &text)]).await;
    let id = receipt["entries"][0]["id"].as_str().unwrap();
    for path in
        ["/".to_owned(), "/?q=ferry".to_owned(), format!("/articles/{id}"), format!("/articles/{id}/source")]
    {
        let page = get(&place.app, &path).await.text();
        assert!(!page.contains(|c: char| c.is_control() && !"\t\n\r".contains(c)), "{path}: {page:?}");
    }
    assert!(get(&place.app, &format!("/articles/{id}/source")).await.text().contains("U+001B"));
}
