//! What stands around every request, whatever it asks for.

pub(crate) mod body;
pub(crate) mod guard;
pub(crate) mod observe;
pub(crate) mod params;
pub(crate) mod peer;
pub(crate) mod rate;
pub(crate) mod tag;
