<?php
/** Writes the database as SQL: for a shop's first start. Only for the image's build. */
require_once '/usr/share/uruimi/settings.php';
require_once '/usr/share/uruimi/ShopDatabase.php';

mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
[$host, $port] = explode(':', uruimi_needed_setting('WORDPRESS_DB_HOST'));
$database = mysqli_connect($host, uruimi_needed_setting('WORDPRESS_DB_USER'), uruimi_needed_setting('WORDPRESS_DB_PASSWORD'),
    uruimi_needed_setting('WORDPRESS_DB_NAME'), (int) $port);
$database->set_charset('utf8mb4');

// Of this build alone, or made again by themselves.
$left_out = "option_name LIKE '\\_transient\\_%' OR option_name LIKE '\\_site\\_transient\\_%' OR option_name LIKE 'uruimi\\_followed\\_%'
    OR option_name IN ('woocommerce_store_id', 'woocommerce_share_key', 'recently_activated',
        'auth_key', 'auth_salt', 'secure_auth_key', 'secure_auth_salt', 'logged_in_key', 'logged_in_salt', 'nonce_key', 'nonce_salt')";
$database->query("DELETE FROM wp_options WHERE $left_out");
$database->query("DELETE FROM wp_usermeta WHERE meta_key = 'session_tokens'");
// Nobody can log in with it; a store sets its own.
$database->query("UPDATE wp_users SET user_pass = '', user_activation_key = ''");

foreach ($database->query("SHOW TABLES LIKE 'wp\\_%'")->fetch_all() as [$table]) {
    $create = $database->query("SHOW CREATE TABLE `$table`")->fetch_row()[1];
    echo preg_replace('/ AUTO_INCREMENT=[0-9]+/', '', $create), ";\n";
    $rows = [];
    foreach ($database->query("SELECT * FROM `$table`")->fetch_all() as $row) {
        $rows[] = '(' . implode(',', array_map(static fn ($v) => $v === null ? 'NULL' : "'" . $database->real_escape_string($v) . "'", $row)) . ')';
        foreach ($row as $value) {
            // A serialized text says its length: replacing the shop's address in it would break it.
            if (is_string($value) && str_contains($value, ShopDatabase::BAKED_URL) && preg_match('/^[aOs]:[0-9]+:/', $value)) {
                fwrite(STDERR, "the shop's address is in a serialized value of $table: $row[1]\n");
                exit(1);
            }
        }
    }
    foreach (array_chunk($rows, 200) as $chunk) {
        echo "INSERT INTO `$table` VALUES\n", implode(",\n", $chunk), ";\n";
    }
}
