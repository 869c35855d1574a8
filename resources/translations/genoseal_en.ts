<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ActivityPage</name>
    <message numerus="yes">
        <source>%n line(s), none changed, removed or put in another order.</source>
        <translation>
            <numerusform>%n line, not changed, removed or put in another order.</numerusform>
            <numerusform>%n lines, none changed, removed or put in another order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written.</source>
        <translation>
            <numerusform>%n line written.</numerusform>
            <numerusform>%n lines written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddAccountStep</name>
    <message numerus="yes">
        <source>Hide (hides itself in %n s)</source>
        <translation>
            <numerusform>Hide (hides itself in %n s)</numerusform>
            <numerusform>Hide (hides itself in %n s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApproveSheet</name>
    <message numerus="yes">
        <source>file(s)</source>
        <translation>
            <numerusform>file</numerusform>
            <numerusform>files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sample(s) under pseudonyms</source>
        <translation>
            <numerusform>sample under a pseudonym</numerusform>
            <numerusform>samples under pseudonyms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>record(s), of %1 read</source>
        <translation>
            <numerusform>record, of %1 read</numerusform>
            <numerusform>records, of %1 read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BeforeStep</name>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) off. Codes may be refused; have it put right first.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n second off. Codes may be refused; have it put right first.</numerusform>
            <numerusform>This computer&apos;s clock is %n seconds off. Codes may be refused; have it put right first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BuildCard</name>
    <message numerus="yes">
        <source>The header of %n file(s) does not say which genome build the positions are in.</source>
        <translation>
            <numerusform>The header of %n file does not say which genome build its positions are in.</numerusform>
            <numerusform>The headers of %n files do not say which genome build their positions are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You say that %n file(s) are %1; the header does not say it.</source>
        <translation>
            <numerusform>You say that %n file is %1; its header does not say.</numerusform>
            <numerusform>You say that %n files are %1; their headers do not say.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The header of %n file(s) names both genome builds, as happens where files are joined or lifted over.</source>
        <translation>
            <numerusform>The header of %n file names both genome builds, as happens where files are joined or lifted over.</numerusform>
            <numerusform>The headers of %n files name both genome builds, as happens where files are joined or lifted over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You say that %n file(s) are %1; the header names both.</source>
        <translation>
            <numerusform>You say that %n file is %1; its header names both.</numerusform>
            <numerusform>You say that %n files are %1; their headers name both.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Well-known variants in %n file(s) lie where %1 has them.</source>
        <translation>
            <numerusform>Well-known variants in %n file lie where %1 has them.</numerusform>
            <numerusform>Well-known variants in %n files lie where %1 has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Well-known variants in %n file(s) lie where %1 has them, not where you say. Ask whoever made the file before you send it.</source>
        <translation>
            <numerusform>Well-known variants in %n file lie where %1 has them, not where you say. Ask whoever made the file before you send it.</numerusform>
            <numerusform>Well-known variants in %n files lie where %1 has them, not where you say. Ask whoever made the files before you send them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The header of %n other file(s) in the list says %1.</source>
        <translation>
            <numerusform>The header of %n other file in the list says %1.</numerusform>
            <numerusform>The headers of %n other files in the list say %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The header of %n other file(s) in the list says %1. The files of one job must have the same build.</source>
        <translation>
            <numerusform>The header of %n other file in the list says %1. The files of one job must have the same build.</numerusform>
            <numerusform>The headers of %n other files in the list say %1. The files of one job must have the same build.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message numerus="yes">
        <source>The service states, signed, that it deleted %n thing(s) of this job.</source>
        <translation>
            <numerusform>The service states, signed, that it deleted %n thing of this job.</numerusform>
            <numerusform>The service states, signed, that it deleted %n things of this job.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocalCopiesCard</name>
    <message numerus="yes">
        <source>%n file(s) removed.</source>
        <translation>
            <numerusform>%n file removed.</numerusform>
            <numerusform>%n files removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more folder(s)</source>
        <translation>
            <numerusform>… and %n more folder</numerusform>
            <numerusform>… and %n more folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n prepared file(s) from this computer?</source>
        <translation>
            <numerusform>Remove %n prepared file from this computer?</numerusform>
            <numerusform>Remove %n prepared files from this computer?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordSheet</name>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>%n more character</numerusform>
            <numerusform>%n more characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n of: small letters, capitals, digits, other signs.</source>
        <translation>
            <numerusform>Use at least %n of: small letters, capitals, digits, other signs.</numerusform>
            <numerusform>Use at least %n of: small letters, capitals, digits, other signs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryCodesPanel</name>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %n seconds.</source>
        <translation>
            <numerusform>Copied. The clipboard is cleared in %n second.</numerusform>
            <numerusform>Copied. The clipboard is cleared in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message numerus="yes">
        <source>%n file(s) verified against the service&apos;s signed list and opened.</source>
        <translation>
            <numerusform>%n file verified against the service&apos;s signed list and opened.</numerusform>
            <numerusform>%n files verified against the service&apos;s signed list and opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The original names are back in %n of them.</source>
        <translation>
            <numerusform>The original names are back in %n of them.</numerusform>
            <numerusform>The original names are back in %n of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n index(es) or checksum(s) stayed there: with the names back they would no longer fit.</source>
        <translation>
            <numerusform>%n index or checksum stayed there: with the names back it would no longer fit.</numerusform>
            <numerusform>%n indexes or checksums stayed there: with the names back they would no longer fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>Send %n file</numerusform>
            <numerusform>Send %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>file(s)</source>
        <translation>
            <numerusform>file</numerusform>
            <numerusform>files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sample name(s) become pseudonyms</source>
        <translation>
            <numerusform>sample name becomes a pseudonym</numerusform>
            <numerusform>sample names become pseudonyms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>record(s) will be sent, of %1 read</source>
        <translation>
            <numerusform>record will be sent, of %1 read</numerusform>
            <numerusform>records will be sent, of %1 read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>identifying place(s) removed</source>
        <translation>
            <numerusform>identifying place removed</numerusform>
            <numerusform>identifying places removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the list are not sent with these; they need you first.</source>
        <translation>
            <numerusform>%n file of the list is not sent with these; it needs you first.</numerusform>
            <numerusform>%n files of the list are not sent with these; they need you first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>record(s) would be sent, of %1 read</source>
        <translation>
            <numerusform>record would be sent, of %1 read</numerusform>
            <numerusform>records would be sent, of %1 read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Genome build %1: you chose it, for the header of %n file(s) does not say it.</source>
        <translation>
            <numerusform>Genome build %1: chosen by you, for the header of %n file does not say it.</numerusform>
            <numerusform>Genome build %1: chosen by you, for the headers of %n files do not say it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Genome build %1: you chose it, for the header of %n file(s) names both.</source>
        <translation>
            <numerusform>Genome build %1: chosen by you, for the header of %n file names both.</numerusform>
            <numerusform>Genome build %1: chosen by you, for the headers of %n files name both.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecurityPage</name>
    <message numerus="yes">
        <source>Locks itself after %n minute(s) without use.</source>
        <translation>
            <numerusform>Locks itself after %n minute without use.</numerusform>
            <numerusform>Locks itself after %n minutes without use.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of 10 left.</source>
        <translation>
            <numerusform>%n of 10 left.</numerusform>
            <numerusform>%n of 10 left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) off. Codes may be refused; have it put right.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n second off. Codes may be refused; have it put right.</numerusform>
            <numerusform>This computer&apos;s clock is %n seconds off. Codes may be refused; have it put right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>Send %n file</numerusform>
            <numerusform>Send %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service has confirmed %n file(s) with a signed receipt, which is kept.</source>
        <translation>
            <numerusform>The service has confirmed %n file with a signed receipt, which is kept.</numerusform>
            <numerusform>The service has confirmed %n files with a signed receipt, which is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypeCodeStep</name>
    <message numerus="yes">
        <source>Wait for the next code: %n s</source>
        <translation>
            <numerusform>Wait for the next code: %n s</numerusform>
            <numerusform>Wait for the next code: %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next code comes in %n s</source>
        <translation>
            <numerusform>The next code comes in %n s</numerusform>
            <numerusform>The next code comes in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Header</name>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… and %n more line</numerusform>
            <numerusform>… and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plural</name>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right first</source>
        <translation>
            <numerusform>%n thing to put right first</numerusform>
            <numerusform>%n things to put right first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n identifying place(s) will be removed</source>
        <translation>
            <numerusform>%n identifying place will be removed</numerusform>
            <numerusform>%n identifying places will be removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chromosome(s)</source>
        <translation>
            <numerusform>%n chromosome</numerusform>
            <numerusform>%n chromosomes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That code was right %n second(s) ago: the phone&apos;s clock is behind.</source>
        <translation>
            <numerusform>That code was right %n second ago: the phone&apos;s clock is behind.</numerusform>
            <numerusform>That code was right %n seconds ago: the phone&apos;s clock is behind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That code will be right in %n second(s): the phone&apos;s clock is ahead.</source>
        <translation>
            <numerusform>That code will be right in %n second: the phone&apos;s clock is ahead.</numerusform>
            <numerusform>That code will be right in %n seconds: the phone&apos;s clock is ahead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n map(s)</source>
        <translation>
            <numerusform>%n map</numerusform>
            <numerusform>%n maps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
</TS>
