<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ExplanationWords</name>
    <message numerus="yes">
        <source>%n fact(s) about the host are assumed.</source>
        <translation>
            <numerusform>%n fact about the host is assumed.</numerusform>
            <numerusform>%n facts about the host are assumed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JudgementWords</name>
    <message numerus="yes">
        <source>χ² = %1 with %n degree(s) of freedom, p = %2</source>
        <translation>
            <numerusform>χ² = %1 with %n degree of freedom, p = %2</numerusform>
            <numerusform>χ² = %1 with %n degrees of freedom, p = %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathWords</name>
    <message numerus="yes">
        <source>%n rule(s) did not match</source>
        <translation>
            <numerusform>%n rule did not match</numerusform>
            <numerusform>%n rules did not match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureGeometryWords</name>
    <message numerus="yes">
        <source>%1 · %n rule(s)</source>
        <translation>
            <numerusform>%1 · %n rule</numerusform>
            <numerusform>%1 · %n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message numerus="yes">
        <source>+ %n other chain(s)</source>
        <translation>
            <numerusform>+ %n other chain</numerusform>
            <numerusform>+ %n other chains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n rule(s)</source>
        <translation>
            <numerusform>%1 · %n rule</numerusform>
            <numerusform>%1 · %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n other end(s)</source>
        <translation>
            <numerusform>+ %n other end</numerusform>
            <numerusform>+ %n other ends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s), %1</source>
        <translation>
            <numerusform>%n endpoint, %1</numerusform>
            <numerusform>%n endpoints, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareBars</name>
    <message numerus="yes">
        <source>+ %n other end(s)</source>
        <translation>
            <numerusform>+ %n other end</numerusform>
            <numerusform>+ %n other ends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpotWords</name>
    <message numerus="yes">
        <source>%n other end(s)</source>
        <translation>
            <numerusform>%n other end</numerusform>
            <numerusform>%n other ends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chain(s) are shown</source>
        <translation>
            <numerusform>%n chain is shown</numerusform>
            <numerusform>%n chains are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message numerus="yes">
        <source>This course has %1; %n other outcome(s) have %2 each.</source>
        <translation>
            <numerusform>This course has %1; %n other outcome has %2.</numerusform>
            <numerusform>This course has %1; %n other outcomes have %2 each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This course has %1; %n other outcome(s) have %2 to %3.</source>
        <translation>
            <numerusform>This course has %1; %n other outcome has %2 to %3.</numerusform>
            <numerusform>This course has %1; %n other outcomes have %2 to %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The likeliest course has %1; %n other outcome(s) have %2 each.</source>
        <translation>
            <numerusform>The likeliest course has %1; one other outcome has %2.</numerusform>
            <numerusform>The likeliest course has %1; %n other outcomes have %2 each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The likeliest course has %1; %n other outcome(s) have %2 to %3.</source>
        <translation>
            <numerusform>The likeliest course has %1; one other outcome has %2 to %3.</numerusform>
            <numerusform>The likeliest course has %1; %n other outcomes have %2 to %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WayTitles</name>
    <message numerus="yes">
        <source>%1 (and %n other course(s))</source>
        <translation>
            <numerusform>%1 (and %n other course)</numerusform>
            <numerusform>%1 (and %n other courses)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>natwalk::ClientMap</name>
    <message numerus="yes">
        <source>%1 of %n client(s) always came to the same end.</source>
        <translation>
            <numerusform>%1 of %n client always came to the same end.</numerusform>
            <numerusform>%1 of %n clients always came to the same end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>natwalk::DrawsView</name>
    <message numerus="yes">
        <source>Rules are tried in order, and each sees only what the ones before left over. So that %n endpoint(s) get the same, each rule takes one in as many as are left.</source>
        <translation>
            <numerusform>Rules are tried in order, and each sees only what the ones before left over. With %n endpoint, the one rule takes all.</numerusform>
            <numerusform>Rules are tried in order, and each sees only what the ones before left over. So that %n endpoints get the same, each rule takes one in as many as are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>natwalk::NoticeBar</name>
    <message numerus="yes">
        <source>%n place(s) of %1 not understood. The trace may be incomplete where they matter.</source>
        <translation>
            <numerusform>%n place of %1 was not understood. The trace may be incomplete where it matters.</numerusform>
            <numerusform>%n places of %1 were not understood. The trace may be incomplete where they matter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>natwalk::ProblemsView</name>
    <message numerus="yes">
        <source>Hidden: %n kind(s)</source>
        <translation>
            <numerusform>Hidden: %n kind</numerusform>
            <numerusform>Hidden: %n kinds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>natwalk::StatusLine</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chain(s)</source>
        <translation>
            <numerusform>%n chain</numerusform>
            <numerusform>%n chains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assumption(s) about the host</source>
        <translation>
            <numerusform>%n assumption about the host</numerusform>
            <numerusform>%n assumptions about the host</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) only supposed</source>
        <translation>
            <numerusform>%n step only supposed</numerusform>
            <numerusform>%n steps only supposed</numerusform>
        </translation>
    </message>
</context>
</TS>
