<?php
/**
 * Before the shop serves: waits for the database, fills an empty one, and makes it this store's. Safe to run again, to be killed at
 * any point, and to run twice at once. Without WordPress where possible: loading it costs a second.
 */
require_once __DIR__ . '/settings.php';
require_once __DIR__ . '/ShopDatabase.php';

const DATABASE_IS_COMING = [2002, 2003, 2006, 2013, 1040, 1053]; // refused, unknown host, gone, lost, full, shutting down

function give_up(string $why, int $status): never
{
    fwrite(STDERR, "The shop cannot start: $why\n");
    exit($status);
}

function connect(float $until): mysqli
{
    mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
    [$host, $port] = explode(':', uruimi_setting('WORDPRESS_DB_HOST', 'mysql')) + [1 => '3306'];
    while (true) {
        try {
            $connection = mysqli_init();
            $connection->options(MYSQLI_OPT_CONNECT_TIMEOUT, 5);
            // The client's own warnings would fill the log while the database comes.
            @$connection->real_connect($host, uruimi_setting('WORDPRESS_DB_USER', 'wordpress'), uruimi_setting('WORDPRESS_DB_PASSWORD', ''),
                uruimi_setting('WORDPRESS_DB_NAME', 'wordpress'), (int) $port);
            $connection->set_charset('utf8mb4');
            return $connection;
        } catch (mysqli_sql_exception $e) {
            $line = "the database at $host:$port: {$e->getMessage()} ({$e->getCode()})";
            if (!in_array($e->getCode(), DATABASE_IS_COMING, true)) {
                give_up($line, 45);
            }
            if (microtime(true) > $until) {
                give_up($line, 44);
            }
            usleep(100_000);
        }
    }
}

/** A WordPress process of its own, with the error it ended with. */
function wordpress(string $step): void
{
    $process = proc_open([PHP_BINARY, __DIR__ . '/install.php', $step], [1 => STDERR, 2 => STDERR], $pipes);
    $status = $process === false ? -1 : proc_close($process);
    if ($status !== 0) {
        give_up("set-up step $step ended with $status", 46);
    }
}

try {
    $shop = new ShopDatabase(connect(microtime(true) + (int) uruimi_setting('SHOP_START_SECONDS', '240')), uruimi_setting('WORDPRESS_TABLE_PREFIX', 'wp_'));
    $shop->lock(300);
    if ($shop->isHalfFilled()) {
        $shop->empty();
    }
    if ($shop->isEmpty()) {
        $shop->beginFilling();
        $baked = __DIR__ . '/baked.sql';
        if (is_file($baked) && $shop->prefix === 'wp_') {
            $shop->import(file_get_contents($baked));
        } else {
            array_map(wordpress(...), ['core', 'plugin', 'shop']);
        }
        $shop->own();
        $shop->endFilling();
        echo "the database was filled\n";
    }
    if ($shop->followSettings()) {
        echo "name, host or admin were taken over from the settings\n";
    }
    if ($shop->isOlderThan(__DIR__ . '/core-db-version')) {
        wordpress('upgrade');
        echo "the database was upgraded for this version of WordPress\n";
    }
    $shop->unlock();
} catch (mysqli_sql_exception $e) {
    give_up("the database: {$e->getMessage()} ({$e->getCode()})", 47);
} catch (RuntimeException $e) {
    give_up($e->getMessage(), 48);
}
