<?php
/** 200 when this web server can ask the database; says nothing more. */
require_once '/usr/share/uruimi/settings.php';

try {
    mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
    [$host, $port] = explode(':', uruimi_setting('WORDPRESS_DB_HOST', 'mysql')) + [1 => '3306'];
    $database = mysqli_init();
    $database->options(MYSQLI_OPT_CONNECT_TIMEOUT, 3);
    $database->real_connect($host, uruimi_setting('WORDPRESS_DB_USER', 'wordpress'), uruimi_setting('WORDPRESS_DB_PASSWORD', ''),
        uruimi_setting('WORDPRESS_DB_NAME', 'wordpress'), (int) $port);
    $database->query('SELECT 1');
    echo 'ready';
} catch (Throwable $e) {
    error_log('not ready: ' . $e->getMessage());
    http_response_code(503);
    echo 'not ready';
}
