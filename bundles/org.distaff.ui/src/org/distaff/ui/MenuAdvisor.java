package org.distaff.ui;

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
        bar.add(file());
        bar.add(edit());
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

    private MenuManager file() {
        MenuManager menu = new MenuManager("&File", IWorkbenchActionConstants.M_FILE);
        add(menu, IWorkbenchActionConstants.NEW_EXT, ActionFactory.NEW);
        add(menu, IWorkbenchActionConstants.CLOSE_EXT, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL);
        add(menu, IWorkbenchActionConstants.SAVE_EXT, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL);
        add(menu, IWorkbenchActionConstants.IMPORT_EXT, ActionFactory.IMPORT, ActionFactory.EXPORT);
        add(menu, IWorkbenchActionConstants.MB_ADDITIONS, ActionFactory.RENAME, ActionFactory.REFRESH,
                ActionFactory.PROPERTIES);
        menu.add(action(ActionFactory.QUIT));
        return menu;
    }

    /** Text editors look for these groups when they add their own entries, and fail without them. */
    private MenuManager edit() {
        MenuManager menu = new MenuManager("&Edit", IWorkbenchActionConstants.M_EDIT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
        add(menu, IWorkbenchActionConstants.UNDO_EXT, ActionFactory.UNDO, ActionFactory.REDO);
        add(menu, IWorkbenchActionConstants.CUT_EXT, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
        add(menu, IWorkbenchActionConstants.ADD_EXT, ActionFactory.DELETE, ActionFactory.SELECT_ALL);
        add(menu, IWorkbenchActionConstants.FIND_EXT, ActionFactory.FIND);
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_END));
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private void add(MenuManager menu, String group, ActionFactory... factories) {
        for (ActionFactory factory : factories) {
            menu.add(action(factory));
        }
        menu.add(new GroupMarker(group));
        menu.add(new Separator());
    }

    private ActionFactory.IWorkbenchAction action(ActionFactory factory) {
        ActionFactory.IWorkbenchAction action = factory.create(window);
        register(action);
        return action;
    }
}
