//! A form with a file, as browsers send it (RFC 7578). The whole of it is in memory already: the body is limited.

/// One field of a form.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part<'b> {
    pub(super) name: String,
    pub(super) body: &'b [u8],
}

/// Fields that are looked at; this form has three.
const MAX_PARTS: usize = 16;

/// What sets the fields apart; `None` when the body is no such form.
pub(super) fn boundary(content_type: &str) -> Option<String> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let value = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("boundary").then(|| value.trim().trim_matches('"'))
    })?;
    // The standard allows seventy characters; a longer one is no browser's.
    (!value.is_empty() && value.len() <= 70).then(|| value.to_owned())
}

/// The fields, in their order. What is not well formed ends the form.
pub(super) fn read<'b>(body: &'b [u8], boundary: &str) -> Vec<Part<'b>> {
    let first = format!("--{boundary}");
    let between = format!("\r\n--{boundary}");
    let mut parts = Vec::new();
    let Some(start) = find(body, first.as_bytes()) else { return parts };
    let mut rest = &body[start + first.len()..];
    while let Some(field) = rest.strip_prefix(b"\r\n") {
        let Some(head_end) = find(field, b"\r\n\r\n") else { break };
        let (head, value) = (&field[..head_end], &field[head_end + 4..]);
        // An empty value may lend its line end to the boundary.
        let Some(end) = find(value, between.as_bytes()) else { break };
        if let Some(name) = name(head) {
            parts.push(Part { name, body: &value[..end] });
        }
        rest = &value[end + between.len()..];
        if parts.len() == MAX_PARTS {
            break;
        }
    }
    parts
}

/// The name of a field out of its head.
fn name(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head);
    let line = head.split("\r\n").find(|line| {
        line.split_once(':').is_some_and(|(name, _)| name.trim().eq_ignore_ascii_case("content-disposition"))
    })?;
    let value = line.split(';').find_map(|parameter| parameter.trim().strip_prefix("name="))?;
    Some(value.trim_matches('"').to_owned())
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::{boundary, read};

    #[test]
    fn fields_come_out_as_they_went_in() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\r\n--x\r\n\
            content-disposition: form-data; name=\"file\"; filename=\"a;name=b\"\r\nContent-Type: text/plain\r\n\r\n\
            one\r\n--\r\ntwo\r\n--x--\r\n";
        let parts = read(body, "x");
        let got: Vec<_> = parts.iter().map(|part| (part.name.as_str(), part.body)).collect();
        assert_eq!(got, [("text", &b""[..]), ("file", b"one\r\n--\r\ntwo")]);
    }

    #[test]
    fn what_is_cut_short_is_left_out() {
        for body in [
            "",
            "--x",
            "--x\r\n",
            "--x\r\nname",
            "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nvalue",
        ] {
            assert!(read(body.as_bytes(), "x").is_empty(), "{body}");
        }
    }

    #[test]
    fn only_forms_with_files_have_a_boundary() {
        assert_eq!(boundary("multipart/form-data; boundary=\"a b\"").as_deref(), Some("a b"));
        assert_eq!(boundary("Multipart/Form-Data; charset=utf-8; Boundary=q").as_deref(), Some("q"));
        for other in
            ["text/plain", "multipart/form-data", "multipart/form-data; boundary=", "text/plain; boundary=x"]
        {
            assert_eq!(boundary(other), None, "{other}");
        }
    }
}
