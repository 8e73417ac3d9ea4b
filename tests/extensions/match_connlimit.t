-p tcp -m connlimit --connlimit-above 3 --connlimit-mask 32 --connlimit-saddr;=;OK
-p tcp -m connlimit --connlimit-upto 3 --connlimit-mask 24 --connlimit-daddr;=;OK
-m connlimit --connlimit-upto 0 --connlimit-mask 32 --connlimit-saddr;=;OK
-m connlimit --connlimit-upto 4294967295 --connlimit-mask 32 --connlimit-saddr;=;OK
-m connlimit --connlimit-above 0 --connlimit-mask 32 --connlimit-saddr;=;OK
-m connlimit --connlimit-above 4294967295 --connlimit-mask 32 --connlimit-saddr;=;OK
-m connlimit --connlimit-above 10 --connlimit-mask 32 --connlimit-saddr;=;OK
-m connlimit --connlimit-above 10 --connlimit-mask 32 --connlimit-daddr;=;OK
ip6tables
-m connlimit --connlimit-upto 0 --connlimit-mask 128 --connlimit-saddr;=;OK
-m connlimit --connlimit-upto 4294967295 --connlimit-mask 128 --connlimit-saddr;=;OK
-m connlimit --connlimit-above 0 --connlimit-mask 128 --connlimit-saddr;=;OK
-m connlimit --connlimit-above 4294967295 --connlimit-mask 128 --connlimit-saddr;=;OK
-m connlimit --connlimit-above 10 --connlimit-mask 128 --connlimit-saddr;=;OK
-m connlimit --connlimit-above 10 --connlimit-mask 128 --connlimit-daddr;=;OK
iptables
*filter
:FORWARD
-m connlimit --connlimit-above 3 --connlimit-mask 255.255.0.0;-m connlimit --connlimit-above 3 --connlimit-mask 16 --connlimit-saddr;OK
-m connlimit ! --connlimit-above 3;-m connlimit --connlimit-upto 3 --connlimit-mask 32 --connlimit-saddr;OK
-m connlimit ! --connlimit-upto 3 --connlimit-mask 24;-m connlimit --connlimit-above 3 --connlimit-mask 24 --connlimit-saddr;OK
-m connlimit --connlimit-upto 3 --connlimit-above 4;;FAIL
ip6tables
*filter
:FORWARD
-m connlimit --connlimit-above 3 --connlimit-mask 64 --connlimit-daddr;=;OK
