*mangle
:POSTROUTING
-p udp -j CHECKSUM --checksum-fill;=;OK
-j CHECKSUM;;FAIL
:PREROUTING
-j CHECKSUM --checksum-fill;=;OK
-j CHECKSUM;;FAIL
