ip6tables
*mangle
:PREROUTING
-j SNPT --src-pfx dead::/64 --dst-pfx 1c3::/48;;FAIL
