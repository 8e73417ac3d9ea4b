ip6tables
*mangle
:PREROUTING
-j DNPT --src-pfx dead::1/64 --dst-pfx 1c3::/64;;FAIL
-j DNPT --src-pfx dead::/64 --dst-pfx 1c3::/48;=;OK
-j DNPT --src-pfx dead::/80 --dst-pfx 1c3::/48;;FAIL
ip6tables
*mangle
:POSTROUTING
-j DNPT --src-pfx dead::/64 --dst-pfx 1c3::/48;;FAIL
