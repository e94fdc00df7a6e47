package org.distaff.ui.study;

import org.distaff.ui.ThemeHandler;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/** Keys bold, comments and quoted texts in a colour that reads on the active theme, light or dark. */
final class YamlScanner extends RuleBasedScanner {

    private static final RGB COMMENT_ON_LIGHT = new RGB(0x3F, 0x7F, 0x5F);
    private static final RGB COMMENT_ON_DARK = new RGB(0x8A, 0xC0, 0x9A);
    private static final RGB TEXT_ON_LIGHT = new RGB(0x1F, 0x4F, 0xB0);
    private static final RGB TEXT_ON_DARK = new RGB(0x8F, 0xB8, 0xF0);

    YamlScanner() {
        IToken comment = token(COMMENT_ON_LIGHT, COMMENT_ON_DARK, SWT.NORMAL);
        IToken text = token(TEXT_ON_LIGHT, TEXT_ON_DARK, SWT.NORMAL);
        setRules(new IRule[] {new EndOfLineRule("#", comment), new SingleLineRule("\"", "\"", text, '\\'),
            new SingleLineRule("'", "'", text), new KeyRule(token(null, null, SWT.BOLD))});
    }

    private static IToken token(RGB onLight, RGB onDark, int style) {
        return new Token(null) {
            @Override
            public Object getData() {
                return new TextAttribute(onLight == null ? null : new Color(ThemeHandler.isDark() ? onDark : onLight), null, style);
            }
        };
    }

    /** A word followed by a colon and a space or the end of the line. */
    private record KeyRule(IToken token) implements IRule {

        @Override
        public IToken evaluate(ICharacterScanner scanner) {
            int read = 0;
            int c = scanner.read();
            while (c != ICharacterScanner.EOF && (Character.isLetterOrDigit(c) || c == '-' && read > 0 || c == '_')) {
                read++;
                c = scanner.read();
            }
            if (read > 0 && c == ':') {
                int after = scanner.read();
                scanner.unread();
                if (after == ' ' || after == '\n' || after == '\r' || after == ICharacterScanner.EOF) {
                    return token;
                }
            }
            for (int i = 0; i <= read; i++) {
                scanner.unread();
            }
            return Token.UNDEFINED;
        }
    }
}
