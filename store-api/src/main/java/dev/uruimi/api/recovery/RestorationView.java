package dev.uruimi.api.recovery;

import io.swagger.v3.oas.annotations.media.Schema;

/** What the restoration of the log says again. */
@Schema(name = "LogRestoration")
record RestorationView(boolean dryRun, int stores, int events) {}
