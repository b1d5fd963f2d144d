//! Layout inference: once a document.
