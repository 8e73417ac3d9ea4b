ip6tables
*filter
:INPUT
-m rt --rt-type 0 --rt-0-addrs 2001:db8::1,2001:db8::2;=;OK
-m rt --rt-type 0 --rt-0-addrs 2001:db8::1 --rt-0-not-strict;=;OK
-m rt --rt-0-not-strict;;FAIL
-m rt --rt-0-res;;FAIL
-m rt --rt-len 4 --rt-type 2;-m rt --rt-type 2 --rt-len 4;OK
