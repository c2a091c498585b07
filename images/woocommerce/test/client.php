<?php
/** What a customer and a merchant do in a browser, for run.sh: client.php status|login|sale|gateway … */

final class Browser
{
    /** @var array<string, string> */
    private array $cookies = [];

    public function __construct(private readonly string $base, private readonly string $host) {}

    /** @return array{int, array<string, string>, string} */
    public function ask(string $method, string $path, array $headers = [], ?string $body = null): array
    {
        $curl = curl_init($this->base . $path);
        $answered = [];
        $cookies = implode('; ', array_map(static fn ($n, $v) => "$n=$v", array_keys($this->cookies), $this->cookies));
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $method, CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 30,
            CURLOPT_HTTPHEADER => ["Host: $this->host", ...($cookies ? ["Cookie: $cookies"] : []), ...$headers],
            CURLOPT_HEADERFUNCTION => function ($_, string $line) use (&$answered): int {
                [$name, $value] = explode(':', $line, 2) + [1 => ''];
                $answered[strtolower(trim($name))] = trim($value);
                if (strtolower(trim($name)) === 'set-cookie') {
                    [$cookie, $content] = explode('=', explode(';', trim($value))[0], 2);
                    $this->cookies[$cookie] = $content;
                }
                return strlen($line);
            },
        ] + ($body === null ? [] : [CURLOPT_POSTFIELDS => $body]));
        $text = curl_exec($curl);
        if ($text === false) {
            fail("$method $path: " . curl_error($curl));
        }
        return [curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $answered, $text];
    }

    public function json(string $method, string $path, int $expected, array $headers = [], ?array $body = null): array
    {
        [$status, $answered, $text] = $this->ask($method, $path, ['Content-Type: application/json', ...$headers], $body === null ? null : json_encode($body));
        if ($status !== $expected) {
            fail("$method $path: $status instead of $expected: " . substr($text, 0, 500));
        }
        return [json_decode($text, true), $answered];
    }

    public function login(string $user, string $password): void
    {
        $this->ask('GET', '/wp-login.php');
        [$status] = $this->ask('POST', '/wp-login.php', [], http_build_query(['log' => $user, 'pwd' => $password, 'testcookie' => '1']));
        if ($status !== 302) {
            fail("log-in answers $status");
        }
        [$status, , $page] = $this->ask('GET', '/wp-admin/');
        if ($status !== 200 || !str_contains($page, 'adminmenu')) {
            fail("the admin answers $status");
        }
    }

    public function nonce(): string
    {
        return $this->ask('GET', '/wp-admin/admin-ajax.php?action=rest-nonce')[2];
    }
}

function fail(string $why): never
{
    fwrite(STDERR, "$why\n");
    exit(1);
}

$browser = new Browser('http://127.0.0.1:8080', substr((string) getenv('SHOP_URL'), strlen('http://')));
$arguments = array_slice($argv, 2);
match ($argv[1]) {
    'status' => status($browser, ...$arguments),
    'login' => $browser->login(...$arguments),
    'sale' => sale($browser, ...$arguments),
    'gateway' => gateway($browser, ...$arguments),
};

function status(Browser $browser, string $path, string $expected, string $text = ''): void
{
    [$status, , $page] = $browser->ask('GET', $path);
    if ($status !== (int) $expected || !str_contains($page, $text)) {
        fail("$path: $status instead of $expected, or no '$text' in " . strlen($page) . ' characters');
    }
}

function sale(Browser $browser, string $password): void
{
    $api = '/wp-json/wc/store/v1';
    [[$product]] = $browser->json('GET', "$api/products?per_page=1", 200);
    [, $headers] = $browser->json('GET', "$api/cart", 200);
    $token = ["Cart-Token: {$headers['cart-token']}"];
    $browser->json('POST', "$api/cart/add-item", 201, $token, ['id' => $product['id'], 'quantity' => 2]);
    $address = ['first_name' => 'Ada', 'last_name' => 'Lovelace', 'address_1' => "12 St James's Square", 'city' => 'London', 'state' => '',
        'postcode' => 'SW1Y 4JH', 'country' => 'GB'];
    [$order] = $browser->json('POST', "$api/checkout", 200, $token,
        ['payment_method' => 'cod', 'billing_address' => $address + ['email' => 'ada@example.com'], 'shipping_address' => $address]);
    if ($order['status'] !== 'processing') {
        fail("the order is {$order['status']}");
    }
    $merchant = new Browser('http://127.0.0.1:8080', substr((string) getenv('SHOP_URL'), strlen('http://')));
    $merchant->login('admin', $password);
    [$seen] = $merchant->json('GET', "/wp-json/wc/v3/orders/{$order['order_id']}", 200, ['X-WP-Nonce: ' . $merchant->nonce()]);
    if ($seen['billing']['email'] !== 'ada@example.com' || $seen['payment_method'] !== 'cod' || (float) $seen['total'] !== 40.9) {
        fail('the merchant sees another order: ' . json_encode([$seen['billing']['email'], $seen['payment_method'], $seen['total']]));
    }
    [$status, , $page] = $merchant->ask('GET', '/wp-admin/admin.php?page=wc-orders');
    if ($status !== 200 || !str_contains($page, 'Ada Lovelace')) {
        fail("the list of orders answers $status without the customer");
    }
}

function gateway(Browser $browser, string $password, string $gateway, string $title): void
{
    $browser->login('admin', $password);
    [$settings] = $browser->json('GET', "/wp-json/wc/v3/payment_gateways/$gateway", 200, ['X-WP-Nonce: ' . $browser->nonce()]);
    if ($settings['settings']['title']['value'] !== $title) {
        fail('the gateway is called ' . $settings['settings']['title']['value']);
    }
}
