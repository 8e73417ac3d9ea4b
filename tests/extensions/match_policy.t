-m policy --dir in --pol ipsec;=;OK
-m policy --dir in --pol none;=;OK
-m policy --dir in --pol ipsec --strict --reqid 1 --spi 0x1 --proto ipcomp --mode tunnel --tunnel-dst 10.0.0.0/8 --tunnel-src 10.0.0.0/8 --next --reqid 2;=;OK
-m policy --dir in --pol ipsec --strict --reqid 1 --spi 0x1 --proto esp --mode tunnel --tunnel-dst 10.0.0.0/8 --tunnel-src 10.0.0.0/8 --next --reqid 2;=;OK
-m policy --dir in --pol ipsec --proto ipcomp;=;OK
-m policy --dir in --pol ipsec --strict --reqid 1 --spi 0x1 --proto ipcomp;=;OK
ip6tables
-m policy --dir in --pol ipsec --strict --reqid 1 --spi 0x1 --proto esp --mode tunnel --tunnel-dst 2001:db8::/32 --tunnel-src 2001:db8::/32 --next --reqid 2;=;OK
-m policy --dir in --pol ipsec --strict --reqid 1 --spi 0x1 --proto ipcomp --mode tunnel --tunnel-dst 2001:db8::/32 --tunnel-src 2001:db8::/32 --next --reqid 2;=;OK
iptables
*filter
:FORWARD
-m policy --dir out --pol none;=;OK
-m policy --dir out --pol none --strict;;FAIL
-m policy --dir in --pol ipsec ! --reqid 3 --proto 50;-m policy --dir in --pol ipsec ! --reqid 3 --proto esp;OK
-m policy --dir in --pol ipsec --reqid 3 --next --proto 50;;FAIL
-m policy --dir in --pol ipsec --strict --reqid 3 --reqid 4;;FAIL
-m policy --dir in --pol ipsec --proto tcp;;FAIL
-m policy --dir in;-m policy --dir in --pol ipsec;OK
-m policy --dir in --pol none --reqid 4;-m policy --dir in --pol none;OK
iptables
*filter
:INPUT
-m policy --dir out --pol none;;FAIL
