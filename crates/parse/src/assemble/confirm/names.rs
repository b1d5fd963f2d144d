//! Bylines around the story that were taken for something else.

use super::View;

pub(super) fn bylines(_view: &mut View<'_>) {}
