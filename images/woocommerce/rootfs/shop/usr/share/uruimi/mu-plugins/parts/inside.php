<?php
/** Requests of the shop to itself (cron, Action Scheduler, site health) stay in the container: its public name may not lead here. */
add_filter('pre_http_request', static function (mixed $answer, array $request, string $url): mixed {
    $home = rtrim(uruimi_shop_url(), '/');
    if ($answer !== false || !str_starts_with("$url/", "$home/")) {
        return $answer;
    }
    $host = parse_url($home, PHP_URL_HOST) . (($port = parse_url($home, PHP_URL_PORT)) ? ":$port" : '');
    $request['headers'] = ['Host' => $host] + (array) $request['headers'];
    $request['reject_unsafe_urls'] = false;
    return wp_remote_request('http://127.0.0.1:' . uruimi_setting('SHOP_PORT', '80') . substr($url, strlen($home)), $request);
}, 10, 3);

/** Probes and gateways may name the shop without its port: that is no reason to send them elsewhere. */
add_filter('redirect_canonical', static function (mixed $to, string $from): mixed {
    $plain = static fn (string $url): string => preg_replace('#^https?://([^/:]+)(:\d+)?#', '//$1', $url);
    return is_string($to) && $plain($to) === $plain($from) ? false : $to;
}, 10, 2);
