//! Dates around the headline that were taken for something else.

use wirecopy_model::LineRole as R;

use super::View;

pub(super) fn dates(_view: &mut View<'_>) {}
