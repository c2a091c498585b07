<?php
/** Core is updated by a new image and by nothing else; plugins and themes by the merchant. */
add_filter('map_meta_cap', static fn (array $needed, string $capability): array => $capability === 'update_core' ? ['do_not_allow'] : $needed, 10, 2);
add_filter('pre_site_transient_update_core', static fn () => (object) ['last_checked' => time(), 'version_checked' => uruimi_core_version(), 'updates' => []]);
add_filter('woocommerce_enable_auto_update_db', '__return_true');

function uruimi_core_version(): string
{
    global $wp_version;
    return (string) $wp_version;
}
