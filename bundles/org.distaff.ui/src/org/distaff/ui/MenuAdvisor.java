package org.distaff.ui;

import java.util.List;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** The menus every Eclipse application has; ours come as commands through the group markers. */
final class MenuAdvisor extends ActionBarAdvisor {

    private static final List<ActionFactory> FILE = List.of(ActionFactory.SAVE, ActionFactory.SAVE_ALL,
            ActionFactory.CLOSE, ActionFactory.REFRESH, ActionFactory.QUIT);
    private static final List<ActionFactory> EDIT = List.of(ActionFactory.UNDO, ActionFactory.REDO, ActionFactory.CUT,
            ActionFactory.COPY, ActionFactory.PASTE, ActionFactory.DELETE, ActionFactory.SELECT_ALL, ActionFactory.FIND);

    private IWorkbenchWindow window;

    MenuAdvisor(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow workbenchWindow) {
        window = workbenchWindow;
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(menu("&File", IWorkbenchActionConstants.M_FILE, FILE));
        bar.add(menu("&Edit", IWorkbenchActionConstants.M_EDIT, EDIT));
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        MenuManager windowMenu = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
        MenuManager views = new MenuManager("Show &View", "showView");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        windowMenu.add(views);
        windowMenu.add(action(ActionFactory.RESET_PERSPECTIVE));
        windowMenu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        windowMenu.add(new Separator());
        windowMenu.add(action(ActionFactory.PREFERENCES));
        bar.add(windowMenu);
        MenuManager help = new MenuManager("&Help", IWorkbenchActionConstants.M_HELP);
        help.add(new GroupMarker("group.updates")); // where Install New Software… and Check for Updates go
        help.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        help.add(new Separator());
        help.add(action(ActionFactory.ABOUT));
        bar.add(help);
    }

    private MenuManager menu(String text, String id, List<ActionFactory> factories) {
        MenuManager menu = new MenuManager(text, id);
        factories.forEach(factory -> menu.add(action(factory)));
        if (id.equals(IWorkbenchActionConstants.M_EDIT)) { // text editors put their own actions at these markers
            for (String marker : new String[] {IWorkbenchActionConstants.UNDO_EXT, IWorkbenchActionConstants.CUT_EXT,
                IWorkbenchActionConstants.FIND_EXT, IWorkbenchActionConstants.ADD_EXT}) {
                menu.add(new GroupMarker(marker));
            }
        }
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private ActionFactory.IWorkbenchAction action(ActionFactory factory) {
        ActionFactory.IWorkbenchAction action = factory.create(window);
        register(action);
        return action;
    }
}
