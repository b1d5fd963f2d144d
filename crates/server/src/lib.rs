//! Serves an archive of news articles over HTTP: an API for programs and pages for people.

#![forbid(unsafe_code)]

mod pages;
