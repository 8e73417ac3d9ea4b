ip6tables
*filter
:INPUT
-m ipv6header --header hop,dst,route,frag,auth,esp,none,prot;-m ipv6header --header hop-by-hop,ipv6-opts,ipv6-route,ipv6-frag,ah,esp,ipv6-nonxt,protocol;OK
-m ipv6header ! --header 0,60 --soft;-m ipv6header ! --header hop-by-hop,ipv6-opts --soft;OK
-m ipv6header --header tcp;;FAIL
-m ipv6header --soft;;FAIL
