# What iptables-legacy 1.8.9 on Linux 6.18 says where it differs from extensions.t, which is of a later version:
# ranges that go backwards are taken, a negated range of everything is forgotten, and a few names are not known yet.
# (It also forgets "! -i +", which changes what the rule means; iptables-nft prints it, as extensions.t says.)
# Kernels without ipvs, LED, SECMARK's SELinux or a measured rate cannot say anything of those: extensions.t holds.
# The columns are those of extensions.t.

### extensions/libip6t_ah.t
-m ah ! --ahspi :;-m ah;OK
-m ah --ahspi 4:3;=;OK

### extensions/libip6t_frag.t
-m frag ! --fragid :;-m frag;OK
-m frag --fragid 4:3;=;OK

### extensions/libip6t_icmp6.t
-p ipv6-icmp -m icmp6 --icmpv6-type mld-listener-query;;FAIL
-p ipv6-icmp -m icmp6 --icmpv6-type mld-listener-report;;FAIL
-p ipv6-icmp -m icmp6 --icmpv6-type mld-listener-done;;FAIL
-p ipv6-icmp -m icmp6 --icmpv6-type mld-listener-reduction;;FAIL

### extensions/libip6t_mh.t
-p mobility-header -m mh ! --mh-type :;-p mobility-header -m mh;OK

### extensions/libip6t_rt.t
-m rt ! --rt-segsleft :;-m rt;OK
-m rt --rt-segsleft 4:3;=;OK

### extensions/libipt_ah.t
-p ah -m ah ! --ahspi :;-p ah -m ah;OK
-p ah -m ah --ahspi 4:3;=;OK

### extensions/libipt_icmp.t
-p icmp -m icmp --icmp-type 255/255;-p icmp -m icmp --icmp-type any;OK

### extensions/libxt_NFQUEUE.t
-j NFQUEUE --queue-balance :;;FAIL
-j NFQUEUE --queue-balance 4:;-j NFQUEUE --queue-balance 4:65535;OK

### extensions/libxt_TCPMSS.t
-p tcp -j TCPMSS --set-mss 42;;FAIL

### extensions/libxt_conntrack.t
-m conntrack --ctexpire 4:3;=;OK
-m conntrack --ctproto 0;=;OK
-m conntrack ! --ctproto 0;=;OK
-m conntrack --ctorigsrcport 4:3;=;OK
-m conntrack --ctreplsrcport 4:3;=;OK
-m conntrack --ctorigdstport 4:3;=;OK
-m conntrack --ctrepldstport 4:3;=;OK

### extensions/libxt_dccp.t
-p dccp -m dccp --sport 4:3;=;OK
-p dccp -m dccp --dport 4:3;=;OK

### extensions/libxt_esp.t
-p esp -m esp ! --espspi :;-p esp -m esp;OK
-p esp -m esp --espspi 4:3;=;OK

### extensions/libxt_ipcomp.t
-p ipcomp -m ipcomp ! --ipcompspi :;-p ipcomp -m ipcomp;OK
-p ipcomp -m ipcomp --ipcompspi 4:3;=;OK

### extensions/libxt_length.t
-m length --length 4:3;=;OK

### extensions/libxt_tcp.t
-p tcp -m tcp ! --sport :;-p tcp -m tcp;OK
-p tcp -m tcp ! --dport :;-p tcp -m tcp;OK

### extensions/libxt_udp.t
-p udp -m udp ! --sport :;-p udp -m udp;OK
-p udp -m udp --sport 4:3;=;OK
-p udp -m udp ! --dport :;-p udp -m udp;OK
-p udp -m udp --dport 4:3;=;OK
