<?php
/** The tables of one shop, seen without WordPress. */
final class ShopDatabase
{
    /** Where the shop is while its database is baked into the image; a name that no one can have. */
    public const BAKED_URL = 'http://shop.uruimi.invalid';

    /** Exists while the database is being filled: what is there then is no shop yet. */
    private const FILLING = 'uruimi_filling';

    public function __construct(private readonly mysqli $connection, public readonly string $prefix)
    {
        if (!preg_match('/^[A-Za-z0-9_]{1,20}$/', $prefix)) {
            throw new RuntimeException('WORDPRESS_TABLE_PREFIX may hold letters, digits and _ only');
        }
    }

    /** Two shops starting at once take turns. */
    public function lock(int $seconds): void
    {
        if ($this->one("SELECT GET_LOCK(CONCAT('uruimi ', MD5(CONCAT(DATABASE(), ?))), ?)", [$this->prefix, $seconds]) !== '1') {
            throw new RuntimeException('another shop has been preparing this database for too long');
        }
    }

    public function unlock(): void
    {
        $this->one("SELECT RELEASE_LOCK(CONCAT('uruimi ', MD5(CONCAT(DATABASE(), ?))))", [$this->prefix]);
    }

    public function isHalfFilled(): bool
    {
        return in_array($this->prefix . self::FILLING, $this->tables(), true);
    }

    public function isEmpty(): bool
    {
        return !in_array("{$this->prefix}options", $this->tables(), true);
    }

    /** Drops the shop's tables, the mark of a half filled database last. */
    public function empty(): void
    {
        $this->connection->query('SET FOREIGN_KEY_CHECKS = 0');
        foreach ($this->tables() as $table) {
            if ($table !== $this->prefix . self::FILLING) {
                $this->connection->query("DROP TABLE `$table`");
            }
        }
        $this->connection->query('SET FOREIGN_KEY_CHECKS = 1');
        $this->endFilling();
    }

    public function beginFilling(): void
    {
        $this->connection->query("CREATE TABLE `{$this->prefix}" . self::FILLING . '` (started DATETIME)');
    }

    public function endFilling(): void
    {
        $this->connection->query("DROP TABLE `{$this->prefix}" . self::FILLING . '`');
    }

    public function import(string $sql): void
    {
        $this->connection->multi_query("SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO';\n" . str_replace(self::BAKED_URL, uruimi_shop_url(), $sql));
        while ($this->connection->more_results()) {
            $this->connection->next_result();
        }
        $this->connection->query('SET SESSION sql_mode = DEFAULT');
    }

    /** What no two stores may share, and what is asked for once: currency, country, price of delivery. */
    public function own(): void
    {
        $now = time();
        $this->setOption('woocommerce_store_id', sprintf('%s-%s-%s-%s-%s', ...array_map(static fn (int $bytes) => bin2hex(random_bytes($bytes)), [4, 2, 2, 2, 6])));
        $this->setOption('woocommerce_share_key', bin2hex(random_bytes(16)));
        $this->setOption('woocommerce_admin_install_timestamp', (string) $now);
        $this->setOption('woocommerce_currency', uruimi_setting('SHOP_CURRENCY', 'EUR'));
        $this->setOption('woocommerce_default_country', uruimi_setting('SHOP_COUNTRY', 'DE'));
        $this->change("UPDATE `{$this->prefix}users` SET user_registered = UTC_TIMESTAMP() WHERE ID = 1", []);
        $this->change("UPDATE `{$this->prefix}posts` SET post_date = UTC_TIMESTAMP(), post_date_gmt = UTC_TIMESTAMP(), post_modified = UTC_TIMESTAMP(), post_modified_gmt = UTC_TIMESTAMP()", []);
        $names = $this->all("SELECT option_name FROM `{$this->prefix}options` WHERE option_name LIKE 'woocommerce\\_flat\\_rate\\_%\\_settings'");
        foreach ($names as [$name]) {
            $settings = unserialize($this->option($name), ['allowed_classes' => false]);
            $this->setOption($name, serialize(['cost' => uruimi_setting('SHOP_FLAT_RATE', '4.90')] + $settings));
        }
    }

    /** Host always; name and admin once, and again when their setting changed: what a merchant changed stays. */
    public function followSettings(): bool
    {
        return $this->followUrl() | $this->followOnce('name', 'SHOP_NAME', $this->rename(...))
            | $this->followOnce('admin', 'SHOP_ADMIN_PASSWORD', $this->appoint(...));
    }

    /** Whether the image's WordPress wants other tables than there are. */
    public function isOlderThan(string $file): bool
    {
        return is_file($file) && (int) $this->option('db_version') < (int) file_get_contents($file);
    }

    private function followUrl(): bool
    {
        $url = uruimi_shop_url();
        $before = $this->option('siteurl');
        if ($before === $url) {
            return false;
        }
        $this->setOption('siteurl', $url);
        $this->setOption('home', $url);
        if ($before !== null && $before !== '') {
            foreach (['post_content', 'post_excerpt', 'guid'] as $column) {
                $this->change("UPDATE `{$this->prefix}posts` SET `$column` = REPLACE(`$column`, ?, ?)", [$before, $url]);
            }
        }
        return true;
    }

    /** @param callable(string): void $apply */
    private function followOnce(string $what, string $setting, callable $apply): bool
    {
        $value = uruimi_setting($setting, '');
        // No secret is kept: the mark is keyed by one that is not in the database.
        $mark = hash_hmac('sha256', $value, uruimi_needed_setting('WORDPRESS_AUTH_KEY'));
        if ($value === '' || $this->option("uruimi_followed_$what") === $mark) {
            return false;
        }
        $apply($value);
        $this->setOption("uruimi_followed_$what", $mark);
        return true;
    }

    private function rename(string $name): void
    {
        // As WordPress keeps it: as text of a page.
        $this->setOption('blogname', htmlspecialchars($name, ENT_QUOTES, 'UTF-8'));
        $this->setOption('woocommerce_email_from_name', htmlspecialchars($name, ENT_QUOTES, 'UTF-8'));
    }

    private function appoint(string $password): void
    {
        $user = uruimi_setting('SHOP_ADMIN_USER', 'admin');
        $email = uruimi_setting('SHOP_ADMIN_EMAIL', 'admin@example.com');
        // WordPress hashes and checks what its log-in form gives it, and that has slashes before quotes.
        $password = addslashes($password);
        // Its own form of a hash since 6.8; older ones replace a plain MD5 at the first log-in.
        $hash = is_file(__DIR__ . '/hash-md5') ? md5($password)
            : '$wp' . password_hash(base64_encode(hash_hmac('sha384', $password, 'wp-sha384', true)), PASSWORD_BCRYPT);
        $this->change("UPDATE `{$this->prefix}users` SET user_login = ?, user_nicename = ?, user_pass = ?, user_email = ?, display_name = ? WHERE ID = 1",
            [$user, $user, $hash, $email, $user]);
        $this->change("DELETE FROM `{$this->prefix}usermeta` WHERE user_id = 1 AND meta_key = 'session_tokens'", []);
        foreach (['admin_email', 'woocommerce_email_from_address', 'woocommerce_stock_email_recipient'] as $option) {
            $this->setOption($option, $email);
        }
    }

    private function option(string $name): ?string
    {
        return $this->one("SELECT option_value FROM `{$this->prefix}options` WHERE option_name = ?", [$name]);
    }

    private function setOption(string $name, string $value): void
    {
        $this->change("INSERT INTO `{$this->prefix}options` (option_name, option_value, autoload) VALUES (?, ?, 'yes')
            ON DUPLICATE KEY UPDATE option_value = VALUES(option_value)", [$name, $value]);
    }

    /** @return list<string> */
    private function tables(): array
    {
        $like = addcslashes($this->prefix, '_%\\') . '%';
        return array_column($this->all('SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE ?', [$like]), 0);
    }

    /** @param list<mixed> $values */
    private function one(string $sql, array $values): ?string
    {
        $row = $this->connection->execute_query($sql, $values)->fetch_row();
        return isset($row[0]) ? (string) $row[0] : null;
    }

    /** @param list<mixed> $values */
    private function change(string $sql, array $values): void
    {
        $this->connection->execute_query($sql, $values);
    }

    /** @param list<mixed> $values @return list<list<mixed>> */
    private function all(string $sql, array $values = []): array
    {
        return $this->connection->execute_query($sql, $values)->fetch_all(MYSQLI_NUM);
    }
}
