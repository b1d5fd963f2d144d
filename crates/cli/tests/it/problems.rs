use crate::place::{Place, STORY};

#[test]
fn a_problem_is_named_and_the_rest_goes_on() {
    let place = Place::new();
    place.write("a.txt", STORY);
    place.write("b.txt", STORY);
    let ran = place.run(&["parse", "a.txt", "gone.txt", "b.txt"]);
    ran.ends_with(1).says("error: gone.txt: no such file or folder\n  hint: ");
    assert_eq!(ran.paths(), ["a.txt", "b.txt"]);
    assert_eq!(ran.counts(), (3, 2, 1));
}

#[test]
fn binary_files_are_refused_by_name() {
    let place = Place::new();
    place.write(
        "news/picture.txt",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde",
    );
    place.write("news/story.txt", STORY);
    let ran = place.run(&["parse", "news"]);
    ran.ends_with(1).says("error: news/picture.txt: not text").says("hint:");
    assert_eq!(ran.paths(), ["news/story.txt"]);
}

#[test]
fn odd_bytes_are_read_or_named() {
    let place = Place::new();
    let utf16: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    place.write("odd/utf16.txt", [b"\xff\xfe".as_slice(), &utf16].concat());
    place.write(
        "odd/latin.txt",
        STORY.replace("Residents", "R\u{e9}sidents").chars().map(|c| c as u8).collect::<Vec<_>>(),
    );
    place.write("odd/nul.txt", STORY.replace("ferry", "fer\0ry"));
    place.write("odd/cut.txt", [STORY.as_bytes(), b"\xe2\x82"].concat());
    let ran = place.run(&["parse", "odd"]);
    let (inputs, _, failed) = ran.counts();
    assert_eq!(inputs, 4);
    assert_eq!(ran.code, Some(i32::from(failed > 0)));
    for name in ["utf16", "latin", "nul", "cut"] {
        let path = format!("odd/{name}.txt");
        let read = ran.paths().contains(&path);
        assert!(read != ran.stderr.contains(&format!("error: {path}: ")), "{path}: {ran:#?}");
    }
}

#[test]
fn too_large_is_said_with_the_limit() {
    let place = Place::new();
    place.write("large.txt", STORY.repeat(20));
    place.write("small.txt", "Short\n");
    let ran = place.run(&["parse", "large.txt", "small.txt", "--max-size", "1K"]);
    ran.ends_with(1)
        .says("error: large.txt: larger than the limit of 1K\n  hint: raise the limit with --max-size 1M");
    assert_eq!(ran.paths(), ["small.txt"]);
    place.run_with_stdin(&["parse", "-", "--max-size", "1K"], STORY.repeat(20).as_bytes()).ends_with(1);
}

#[test]
fn an_encoding_that_nobody_knows_is_said_once() {
    let place = Place::with_stories(3);
    place.run(&["parse", "news", "--encoding", "utf-8"]).ends_with(0);
    let ran = place.run(&["parse", "news", "--encoding", "klingon"]);
    // Said before anything is read, not once a document.
    assert_eq!(ran.stderr.matches("unknown encoding").count(), usize::from(ran.code == Some(2)));
    assert_ne!(ran.code, Some(1));
}

#[test]
fn a_message_carries_no_control_characters() {
    let place = Place::new();
    let ran = place.run(&["parse", "bad\x1b[31mname.txt"]);
    ran.ends_with(2).says("bad\\x1b[31mname.txt");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use crate::place::{Place, STORY};

    #[test]
    fn a_folder_that_holds_itself_is_a_problem() {
        let place = Place::new();
        place.write("news/sub/a.txt", STORY);
        symlink(place.path("news"), place.path("news/sub/up")).unwrap();
        let ran = place.run(&["parse", "news"]);
        ran.ends_with(1).says("error: news/sub/up: link that leads back to news");
        assert_eq!(ran.paths(), ["news/sub/a.txt"]);
    }

    #[test]
    fn a_link_that_leads_nowhere_is_a_problem() {
        let place = Place::new();
        place.write("news/a.txt", STORY);
        symlink("gone.txt", place.path("news/link.txt")).unwrap();
        place.run(&["parse", "news"]).ends_with(1).says("error: news/link.txt: link that leads nowhere");
        place.run(&["parse", "news/link.txt"]).says("error: news/link.txt: link that leads nowhere");
    }

    #[test]
    fn links_to_files_and_folders_are_followed() {
        let place = Place::new();
        place.write("elsewhere/a.txt", STORY);
        place.write("news/b.txt", STORY);
        symlink(place.path("elsewhere"), place.path("news/far")).unwrap();
        assert_eq!(place.run(&["parse", "news"]).ends_with(0).paths(), ["news/b.txt", "news/far/a.txt"]);
    }

    #[test]
    fn a_file_without_permission_is_named() {
        let place = Place::new();
        place.write("a.txt", STORY);
        place.write("locked.txt", STORY);
        std::fs::set_permissions(place.path("locked.txt"), std::fs::Permissions::from_mode(0o000)).unwrap();
        // The superuser may read everything; then there is nothing to refuse.
        let may_read = std::fs::File::open(place.path("locked.txt")).is_ok();
        let ran = place.run(&["parse", "a.txt", "locked.txt"]);
        if may_read {
            assert_eq!(ran.ends_with(0).counts(), (2, 2, 0));
        } else {
            ran.ends_with(1).says("error: locked.txt: no permission to read it\n  hint: ");
        }
    }

    #[test]
    fn a_pipe_is_passed_by_in_a_folder_and_read_when_named() {
        let place = Place::new();
        place.write("news/a.txt", STORY);
        let fifo = place.path("news/pipe.txt");
        assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
        let ran = place.run(&["parse", "news"]);
        ran.ends_with(0).says("1 pipe, socket or device");
        let writer = std::thread::spawn(move || std::fs::write(fifo, STORY).unwrap());
        let ran = place.run(&["parse", "news/pipe.txt"]);
        writer.join().unwrap();
        assert_eq!(ran.ends_with(0).paths(), ["news/pipe.txt"]);
    }
}
