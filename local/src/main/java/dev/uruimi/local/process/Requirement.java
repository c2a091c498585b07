package dev.uruimi.local.process;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Something the machine must have before the platform can run on it.
 *
 * @param name what, for a person: "containerd"
 * @param why what it is needed for, one phrase
 * @param debianPackage the Debian package that brings it; null when none does
 * @param hint what to do where there is no such package
 * @param present whether it is here; costs milliseconds, changes nothing
 */
public record Requirement(
    String name,
    String why,
    @Nullable String debianPackage,
    String hint,
    BooleanSupplier present) {}
