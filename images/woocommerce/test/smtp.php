<?php
/** Takes mail on port 2525, one at a time, and prints what it was told. */
$server = stream_socket_server('tcp://127.0.0.1:2525');
while ($client = stream_socket_accept($server, 3600)) {
    fwrite($client, "220 catcher\r\n");
    $data = false;
    while (($line = fgets($client)) !== false) {
        echo $line;
        if ($data) {
            if (rtrim($line) === '.') {
                $data = false;
                fwrite($client, "250 taken\r\n");
            }
            continue;
        }
        $data = str_starts_with($line, 'DATA');
        fwrite($client, str_starts_with($line, 'QUIT') ? "221 bye\r\n" : ($data ? "354 go on\r\n" : "250 catcher\r\n"));
    }
}
