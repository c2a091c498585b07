<?php
/**
 * check.php URL HOST: exits 0 when a customer can buy there: the page is the shop's, the Store API makes a cart with a product and
 * offers cash on delivery. The cart is abandoned; nobody ever sees it.
 */
[, $base, $host] = $argv + [1 => 'http://shop', 2 => 'localhost'];

/** @return array{int, array<string, string>, string} status, headers, body */
function ask(string $method, string $path, array $headers = [], ?array $json = null): array
{
    global $base, $host;
    $curl = curl_init($base . $path);
    $answered = [];
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
        CURLOPT_HTTPHEADER => ["Host: $host", 'Content-Type: application/json', ...$headers],
        CURLOPT_HEADERFUNCTION => static function ($_, string $line) use (&$answered): int {
            [$name, $value] = explode(':', $line, 2) + [1 => ''];
            $answered[strtolower(trim($name))] = trim($value);
            return strlen($line);
        },
    ] + ($json === null ? [] : [CURLOPT_POSTFIELDS => json_encode($json)]));
    $body = curl_exec($curl);
    if ($body === false) {
        fail("$method $path: " . curl_error($curl));
    }
    return [curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $answered, $body];
}

function fail(string $why): never
{
    fwrite(STDERR, "no: $why\n");
    exit(1);
}

function expect(bool $met, string $otherwise): void
{
    if (!$met) {
        fail($otherwise);
    }
}

[$status, , $page] = ask('GET', '/');
expect($status === 200 && str_contains($page, 'name="uruimi-shop"'), "the shop's page answers $status and is not an open shop's");
[$status, , $body] = ask('GET', '/wp-json/wc/store/v1/products?per_page=1&type=simple&stock_status=instock');
$product = json_decode($body, true)[0]['id'] ?? null;
expect($status === 200 && $product !== null, "the catalogue answers $status and has no product");
[$status, $headers] = ask('GET', '/wp-json/wc/store/v1/cart');
expect($status === 200 && isset($headers['cart-token']), "the cart answers $status without a token");
[$status, , $body] = ask('POST', '/wp-json/wc/store/v1/cart/add-item', ["Cart-Token: {$headers['cart-token']}"], ['id' => $product, 'quantity' => 1]);
$cart = json_decode($body, true);
expect($status === 201 && ($cart['items_count'] ?? 0) === 1, "the cart does not take the product: $status");
expect(in_array('cod', $cart['payment_methods'] ?? [], true), 'cash on delivery is not offered');
echo "a customer can buy\n";
