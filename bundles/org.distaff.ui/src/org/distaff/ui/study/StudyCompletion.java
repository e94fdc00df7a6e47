package org.distaff.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.distaff.core.describe.Described;
import org.distaff.core.describe.Description;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.registry.Contributions;
import org.distaff.ui.Workspace;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

/** Completes keys, ids and parameters from what is installed. */
public final class StudyCompletion implements IContentAssistProcessor {

    private static final List<String> KEYS = List.of("study", "datasets", "models", "seeds", "metrics", "id", "parameters",
            "preset", "grid", "zip", "training");

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        String prefix = prefix(viewer, offset);
        List<ICompletionProposal> proposals = new ArrayList<>();
        words(Workspace.contributions()).forEach((word, meaning) -> {
            if (word.startsWith(prefix) && !word.equals(prefix)) {
                proposals.add(new CompletionProposal(word, offset - prefix.length(), prefix.length(), word.length(), null,
                        word + " – " + meaning, null, meaning));
            }
        });
        return proposals.toArray(ICompletionProposal[]::new);
    }

    /** Everything that can stand in a study, with what it means. */
    static Map<String, String> words(Contributions contributions) {
        Map<String, String> words = new TreeMap<>();
        KEYS.forEach(key -> words.put(key, "key of a study file"));
        TrainingSettings.PARAMETERS.forEach(p -> words.put(p.name(), p.meaning()));
        List<Described> all = new ArrayList<>(contributions.datasets());
        all.addAll(contributions.modifiers());
        all.addAll(contributions.models());
        all.addAll(contributions.metrics());
        all.addAll(contributions.comparisons());
        for (Described contribution : all) {
            Description description = contribution.describe();
            words.put(description.id(), description.summary());
            description.parameters().forEach(p -> words.putIfAbsent(p.name(), p.meaning()));
            description.presets().forEach(p -> words.putIfAbsent(p.name(), p.meaning()));
        }
        return words;
    }

    private static String prefix(ITextViewer viewer, int offset) {
        try {
            int start = offset;
            while (start > 0 && isWord(viewer.getDocument().getChar(start - 1))) {
                start--;
            }
            return viewer.getDocument().get(start, offset - start);
        } catch (BadLocationException e) {
            throw new IllegalStateException(e); // the offset came from the viewer
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-';
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
