<?php
/**
 * Plugin Name: WooCommerce (a test double: it cannot sell)
 * Description: Not WooCommerce. A few lines with its names, so that the set-up script and everything around the plugin can be tested where the plugin cannot be had. Never in a store.
 * Version: 0.0.1
 */

define('URUIMI_WOOCOMMERCE_IS_A_DOUBLE', true);

final class WooCommerce {}

final class WC_Install
{
    public static function create_pages(): void
    {
        foreach (['shop' => 'Shop', 'cart' => 'Cart', 'checkout' => 'Checkout', 'myaccount' => 'My account'] as $key => $title) {
            if (!get_post((int) get_option("woocommerce_{$key}_page_id"))) {
                update_option("woocommerce_{$key}_page_id", wp_insert_post([
                    'post_type' => 'page', 'post_status' => 'publish', 'post_title' => $title,
                    'post_name' => str_replace(' ', '-', strtolower($title)), 'post_content' => "This is a test double of a shop's page: $title",
                ]));
            }
        }
    }
}

final class WC_Shipping_Zone
{
    public function __construct(private readonly int $id) {}

    /** @return list<object> */
    public function get_shipping_methods(): array
    {
        return array_map(static fn (string $id) => (object) ['id' => $id], (array) get_option("woocommerce_double_zone_$this->id", []));
    }

    public function add_shipping_method(string $method): int
    {
        $methods = (array) get_option("woocommerce_double_zone_$this->id", []);
        update_option("woocommerce_double_zone_$this->id", [...$methods, $method]);
        return count($methods) + 1;
    }
}

final class WC_Product_Simple
{
    /** @var array<string, mixed> */
    private array $said = [];

    /** @param list<mixed> $arguments */
    public function __call(string $name, array $arguments): void
    {
        $this->said[$name] = $arguments[0] ?? null;
    }

    public function save(): int
    {
        $id = wp_insert_post(['post_type' => 'post', 'post_status' => 'publish', 'post_title' => $this->said['set_name'],
            'post_name' => $this->said['set_slug'], 'post_content' => $this->said['set_description']]);
        update_post_meta($id, '_sku', $this->said['set_sku']);
        return $id;
    }
}

function wc_get_page_id(string $page): int
{
    return (int) get_option("woocommerce_{$page}_page_id", -1);
}

function wc_get_product_id_by_sku(string $sku): int
{
    $found = get_posts(['meta_key' => '_sku', 'meta_value' => $sku, 'numberposts' => 1, 'fields' => 'ids']);
    return (int) ($found[0] ?? 0);
}
