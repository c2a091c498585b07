<?php
/**
 * Payment gateways' keys from Secrets: each folder of PAYMENTS_DIRECTORY is a gateway's id, each file in it one of its settings.
 * They are laid over what the gateway reads and are never written into the database.
 */
(static function (): void {
    $folder = uruimi_setting('PAYMENTS_DIRECTORY', '/run/uruimi/payments');
    foreach (glob("$folder/*", GLOB_ONLYDIR) ?: [] as $gateway) {
        $keys = [];
        foreach (glob("$gateway/*") ?: [] as $file) {
            if (is_file($file)) {
                $keys[basename($file)] = rtrim((string) file_get_contents($file), "\r\n");
            }
        }
        $option = 'woocommerce_' . basename($gateway) . '_settings';
        $over = static fn ($settings) => is_array($settings) ? $keys + $settings : $keys;
        add_filter("option_$option", $over);
        add_filter("default_option_$option", $over);
        add_filter("pre_update_option_$option", static fn ($settings) => is_array($settings) ? array_diff_key($settings, $keys) : $settings);
    }
})();
