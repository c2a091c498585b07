<?php
/** Mail goes out by SMTP: SMTP_HOST, SMTP_PORT, SMTP_SECURITY (none, starttls, tls), SMTP_USERNAME, SMTP_PASSWORD, SMTP_FROM. */
add_action('phpmailer_init', static function ($mail): void {
    $host = uruimi_setting('SMTP_HOST', '');
    if ($host === '') {
        return;
    }
    $security = uruimi_setting('SMTP_SECURITY', 'starttls');
    $mail->isSMTP();
    $mail->Host = $host;
    $mail->Port = (int) uruimi_setting('SMTP_PORT', '587');
    $mail->SMTPSecure = ['starttls' => 'tls', 'tls' => 'ssl', 'none' => ''][$security] ?? 'tls';
    $mail->SMTPAutoTLS = $security !== 'none';
    $mail->Timeout = 20;
    $mail->Username = uruimi_setting('SMTP_USERNAME', '');
    $mail->Password = uruimi_setting('SMTP_PASSWORD', '');
    $mail->SMTPAuth = $mail->Username !== '';
});
foreach (['wp_mail_from', 'woocommerce_email_from_address'] as $filter) {
    add_filter($filter, static fn ($from) => uruimi_setting('SMTP_FROM', (string) $from), 99);
}
add_action('wp_mail_failed', static function (WP_Error $error): void {
    error_log('mail was not sent: ' . $error->get_error_message());
});
