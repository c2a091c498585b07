<?php
/**
 * WordPress' configuration from the environment, by the official image's names: WORDPRESS_DB_HOST, _USER, _PASSWORD, _NAME,
 * _CHARSET, _COLLATE, WORDPRESS_TABLE_PREFIX, the eight keys and salts, WORDPRESS_DEBUG and WORDPRESS_CONFIG_EXTRA, each also as
 * *_FILE. SHOP_URL is where customers find the shop; without it the shop is where it was asked.
 */
require_once '/usr/share/uruimi/settings.php';

define('DB_NAME', uruimi_setting('WORDPRESS_DB_NAME', 'wordpress'));
define('DB_USER', uruimi_setting('WORDPRESS_DB_USER', 'wordpress'));
define('DB_PASSWORD', uruimi_setting('WORDPRESS_DB_PASSWORD', ''));
define('DB_HOST', uruimi_setting('WORDPRESS_DB_HOST', 'mysql'));
define('DB_CHARSET', uruimi_setting('WORDPRESS_DB_CHARSET', 'utf8mb4'));
define('DB_COLLATE', uruimi_setting('WORDPRESS_DB_COLLATE', ''));
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $key) {
    // A key that everyone knows is none: without one the shop does not start.
    define($key, uruimi_needed_setting("WORDPRESS_$key"));
}
$table_prefix = uruimi_setting('WORDPRESS_TABLE_PREFIX', 'wp_');

$uruimi_url = uruimi_shop_url();
define('WP_HOME', $uruimi_url);
define('WP_SITEURL', $uruimi_url);
if (str_starts_with($uruimi_url, 'https://')) {
    // TLS ends at the ingress; no customer comes another way.
    $_SERVER['HTTPS'] = 'on';
}

define('WP_DEBUG', (bool) uruimi_setting('WORDPRESS_DEBUG', ''));
define('WP_DEBUG_DISPLAY', false);
// Core is the image's and read-only: a new image updates it. Plugins and themes are the merchant's.
define('WP_AUTO_UPDATE_CORE', false);
define('DISALLOW_FILE_EDIT', true);
define('FS_METHOD', 'direct');
define('WP_TEMP_DIR', '/tmp');
define('WP_MEMORY_LIMIT', '256M');
define('WPMU_PLUGIN_DIR', '/usr/share/uruimi/mu-plugins');

// The operator's own PHP, as in the official image.
if ($extra = uruimi_setting('WORDPRESS_CONFIG_EXTRA', '')) {
    eval($extra);
}

if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
