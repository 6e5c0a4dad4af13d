//! The endpoint: the SPARQL Protocol, the Graph Store Protocol, and what the server says of itself.

mod attack;
mod change;
mod found;
mod held;
mod long;
mod protocol;
mod sites;
mod store;
mod told;
