//! The lower edge of the terminal, as the progress bar draws on it.

use std::io::{self, Write};

use indicatif::TermLike;

/// Columns left free at the right: room for the `^C` that a terminal echoes. Without it the echo breaks the line, and
/// the bar stays behind when it should go away.
const MARGIN: u16 = 4;

/// Standard error as a terminal a little narrower than it is.
#[derive(Debug)]
pub(crate) struct Screen;

impl Screen {
    fn size() -> (u16, u16) {
        terminal_size::terminal_size_of(io::stderr()).map_or((80, 24), |(width, height)| (width.0, height.0))
    }

    fn send(text: &str) -> io::Result<()> {
        io::stderr().lock().write_all(text.as_bytes())
    }

    fn moved(n: usize, direction: char) -> io::Result<()> {
        // Moving by nothing would move by one.
        if n == 0 { Ok(()) } else { Self::send(&format!("\x1b[{n}{direction}")) }
    }
}

impl TermLike for Screen {
    fn width(&self) -> u16 {
        Self::size().0.saturating_sub(MARGIN).max(MARGIN)
    }

    fn height(&self) -> u16 {
        Self::size().1.max(2)
    }

    fn move_cursor_up(&self, n: usize) -> io::Result<()> {
        Self::moved(n, 'A')
    }

    fn move_cursor_down(&self, n: usize) -> io::Result<()> {
        Self::moved(n, 'B')
    }

    fn move_cursor_right(&self, n: usize) -> io::Result<()> {
        Self::moved(n, 'C')
    }

    fn move_cursor_left(&self, n: usize) -> io::Result<()> {
        Self::moved(n, 'D')
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        Self::send(&format!("{text}\n"))
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        Self::send(text)
    }

    fn clear_line(&self) -> io::Result<()> {
        Self::send("\r\x1b[2K")
    }

    fn flush(&self) -> io::Result<()> {
        io::stderr().lock().flush()
    }
}
