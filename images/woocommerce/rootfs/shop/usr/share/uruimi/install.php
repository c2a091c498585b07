<?php
/**
 * install.php core|plugin|shop|upgrade: one step of setting a shop up, through WordPress' own functions. Each may be run again.
 * Steps are processes: a plugin is loaded by the next one after it was activated.
 */
require_once __DIR__ . '/settings.php';
require_once __DIR__ . '/ShopDatabase.php';

if (PHP_SAPI !== 'cli') {
    exit(1);
}
$step = $argv[1] ?? '';
$url = parse_url(uruimi_shop_url());
$_SERVER += ['HTTP_HOST' => $url['host'], 'SERVER_NAME' => $url['host'], 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET',
    'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1'];
// wp_die() would end this process as if all were well.
define('URUIMI_STEP', $step);
$finished = false;
register_shutdown_function(static function () use (&$finished): void {
    if (!$finished) {
        fwrite(STDERR, 'Set-up step ' . URUIMI_STEP . " did not finish\n");
        exit(1);
    }
});

match ($step) {
    'core' => core(),
    'plugin' => plugin(),
    'shop' => shop(),
    'upgrade' => upgrade(),
    default => throw new InvalidArgumentException('usage: install.php core|plugin|shop|upgrade'),
};
$finished = true;

function core(): void
{
    define('WP_INSTALLING', true);
    // Nobody is told: mail may not be set up yet, and the credentials are in a Secret.
    function wp_new_blog_notification(): void {}
    require_once '/var/www/html/wp-load.php';
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    if (!is_blog_installed()) {
        wp_install(uruimi_setting('SHOP_NAME', 'Shop'), uruimi_setting('SHOP_ADMIN_USER', 'admin'), uruimi_setting('SHOP_ADMIN_EMAIL', 'admin@example.com'),
            true, '', wp_slash(uruimi_setting('SHOP_ADMIN_PASSWORD', wp_generate_password(32))));
    }
}

function plugin(): void
{
    load();
    $activated = activate_plugin('woocommerce/woocommerce.php');
    if (is_wp_error($activated)) {
        throw new RuntimeException($activated->get_error_message());
    }
}

function upgrade(): void
{
    load();
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    wp_upgrade();
}

function shop(): void
{
    load();
    if (!class_exists('WooCommerce')) {
        throw new RuntimeException('WooCommerce is not active');
    }
    require_once __DIR__ . '/open-shop.php';
    open_shop();
}

/** As the admin, since activating and changing need one. */
function load(): void
{
    define('WP_ADMIN', true);
    define('DISABLE_WP_CRON', true);
    require_once '/var/www/html/wp-load.php';
    require_once ABSPATH . 'wp-admin/includes/admin.php';
    wp_set_current_user(1);
}
