//! The knowledge, read from Turtle: ranks, offices, bodies, places, events and cues.

pub mod vocab;
