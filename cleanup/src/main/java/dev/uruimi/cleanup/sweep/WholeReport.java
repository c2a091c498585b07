package dev.uruimi.cleanup.sweep;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What a sweep came to, and which stores the cluster has anything of now. */
record WholeReport(@JsonUnwrapped Report report, @JsonUnwrapped Presence presence) {}
