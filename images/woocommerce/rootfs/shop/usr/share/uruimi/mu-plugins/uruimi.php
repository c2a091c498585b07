<?php
/**
 * Plugin Name: Uruimi
 * Description: What the shop needs to live in a container: mail, its own address from inside, payment keys from Secrets.
 */
require_once '/usr/share/uruimi/settings.php';
foreach (['inside', 'mail', 'payments', 'updates'] as $part) {
    require_once __DIR__ . "/parts/$part.php";
}

// Says to probes that the page is the shop's and that it is open; nothing of it can be seen.
add_action('wp_head', static function (): void {
    if (class_exists('WooCommerce') && get_option('woocommerce_coming_soon') !== 'yes') {
        echo '<meta name="uruimi-shop" content="open">' . "\n";
    }
});

// A merchant's own must-use plugins stay where every host looks for them.
foreach (glob(WP_CONTENT_DIR . '/mu-plugins/*.php') ?: [] as $plugin) {
    include_once $plugin;
}
