//! Sources around the story that were taken for something else.

use super::View;

pub(super) fn sources(_view: &mut View<'_>) {}
