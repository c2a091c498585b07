<?php
/** The container's settings: environment variables, or the files named by *_FILE. */

function uruimi_setting(string $name, string $default): string
{
    $file = getenv($name . '_FILE');
    if ($file !== false && $file !== '') {
        $text = file_get_contents($file);
        if ($text === false) {
            throw new RuntimeException("{$name}_FILE cannot be read");
        }
        return rtrim($text, "\r\n");
    }
    $text = getenv($name);
    return $text === false || $text === '' ? $default : $text;
}

function uruimi_needed_setting(string $name): string
{
    $text = uruimi_setting($name, '');
    if ($text === '') {
        throw new RuntimeException("$name must be given");
    }
    return $text;
}

/** Scheme, host and port of the shop, without a slash at the end. */
function uruimi_shop_url(): string
{
    $url = rtrim(uruimi_setting('SHOP_URL', ''), '/');
    if ($url !== '') {
        return $url;
    }
    $host = strtolower($_SERVER['HTTP_HOST'] ?? 'localhost');
    return preg_match('/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$/', $host) ? "http://$host" : 'http://localhost';
}
