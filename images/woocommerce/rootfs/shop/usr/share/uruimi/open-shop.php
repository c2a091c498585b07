<?php
/** Makes a WordPress with WooCommerce a shop where a customer can buy: no wizard, no manual step. May be run again. */

function open_shop(): void
{
    foreach (options() as $name => $value) {
        update_option($name, $value);
    }
    delete_transient('_wc_activation_redirect');
    WC_Install::create_pages();
    payment();
    delivery();
    product();
    tidy();
    // Without it orders stay in the posts table once there is one.
    do_action('woocommerce_newly_installed');
    global $wp_rewrite;
    $wp_rewrite->set_permalink_structure('/%postname%/');
    // Last: rules that plugins add later belong in as well; the first visit makes them.
    delete_option('rewrite_rules');
}

/** @return array<string, mixed> */
function options(): array
{
    return [
        'woocommerce_coming_soon' => 'no',
        'woocommerce_store_pages_only' => 'no',
        'woocommerce_onboarding_profile' => ['skipped' => true, 'completed' => true],
        'woocommerce_task_list_hidden' => 'yes',
        'woocommerce_task_list_complete' => 'yes',
        'woocommerce_default_country' => uruimi_setting('SHOP_COUNTRY', 'DE'),
        'woocommerce_currency' => uruimi_setting('SHOP_CURRENCY', 'EUR'),
        'woocommerce_enable_guest_checkout' => 'yes',
        'woocommerce_manage_stock' => 'yes',
        'woocommerce_allow_tracking' => 'no',
        'woocommerce_show_marketplace_suggestions' => 'no',
        'woocommerce_ship_to_countries' => '',
        'woocommerce_allowed_countries' => 'all',
        'blogdescription' => '',
        'default_comment_status' => 'closed',
        'default_ping_status' => 'closed',
        'timezone_string' => 'UTC',
    ];
}

function payment(): void
{
    $settings = (array) get_option('woocommerce_cod_settings', []);
    update_option('woocommerce_cod_settings', ['enabled' => 'yes'] + $settings + [
        'title' => 'Cash on delivery',
        'description' => 'Pay with cash upon delivery.',
        'instructions' => 'Pay with cash upon delivery.',
        'enable_for_methods' => [],
        'enable_for_virtual' => 'yes',
    ]);
}

/** A flat rate to everywhere that no other zone covers. */
function delivery(): void
{
    $zone = new WC_Shipping_Zone(0);
    foreach ($zone->get_shipping_methods() as $method) {
        if ($method->id === 'flat_rate') {
            return;
        }
    }
    $instance = $zone->add_shipping_method('flat_rate');
    update_option("woocommerce_flat_rate_{$instance}_settings",
        ['title' => 'Standard delivery', 'tax_status' => 'none', 'cost' => uruimi_setting('SHOP_FLAT_RATE', '4.90')]);
}

function product(): void
{
    $sku = 'SAMPLE-MUG';
    if (wc_get_product_id_by_sku($sku)) {
        return;
    }
    $mug = new WC_Product_Simple();
    $mug->set_name('Morning mug');
    $mug->set_slug('morning-mug');
    $mug->set_sku($sku);
    $mug->set_regular_price('18');
    $mug->set_short_description('A sample product: change or delete it.');
    $mug->set_description('Stoneware, glazed by hand, 300 ml. Goes into the dishwasher.');
    $mug->set_manage_stock(true);
    $mug->set_stock_quantity(120);
    $mug->set_weight('0.38');
    $mug->set_reviews_allowed(false);
    $mug->save();
}

/** The shop is the first page; what WordPress shows a new blogger goes. */
function tidy(): void
{
    $shop = (int) wc_get_page_id('shop');
    if ($shop > 0 && get_option('show_on_front') === 'posts') {
        update_option('show_on_front', 'page');
        update_option('page_on_front', $shop);
    }
    foreach (['hello-world' => 'post', 'sample-page' => 'page'] as $slug => $type) {
        $found = get_page_by_path($slug, OBJECT, $type);
        if ($found) {
            wp_delete_post($found->ID, true);
        }
    }
}
