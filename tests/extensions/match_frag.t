ip6tables
*filter
:INPUT
-m frag --fragid 3 --fragres --fraglen 7 --fragmore;-m frag --fragid 3 --fraglen 7 --fragres --fragmore;OK
