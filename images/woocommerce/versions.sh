# What is downloaded where no archives are given, from where its publishers offer it, with the checksums they publish beside it.
wordpress_version=6.9.1
wordpress_archive=https://wordpress.org/wordpress-$wordpress_version.tar.gz
wordpress_sha1=$wordpress_archive.sha1
woocommerce_version=10.5.2
woocommerce_archive=https://downloads.wordpress.org/plugin/woocommerce.$woocommerce_version.zip
woocommerce_checksums=https://downloads.wordpress.org/plugin-checksums/woocommerce/$woocommerce_version.json
