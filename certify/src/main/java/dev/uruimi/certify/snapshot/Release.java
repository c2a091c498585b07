package dev.uruimi.certify.snapshot;

/** A Helm release with at least one revision stored; named and placed as its Secrets say. */
public record Release(String namespace, String name) {}
